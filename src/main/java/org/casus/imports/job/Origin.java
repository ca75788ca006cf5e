package org.casus.imports.job;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The row that an event was last loaded from. */
@Entity
public class Origin extends PanacheEntityBase {

    @Id
    public String event;

    public String dataset;

    /** The import that last changed it, with the block and the place in it where the row is kept. */
    public long importId;
    public int block;
    public int rowIndex;

    public long line;

    /** Of the row. */
    public String hash;

    /** The revision that the row was made into. */
    public long revision;

    /** The content of the row as JSON, where editors' corrections were kept beside it; null where that revision has the same content. */
    public String said;

    /** The newest import whose file has the row; it only grows, since imports may end in another order. */
    public long seenIn;
}
