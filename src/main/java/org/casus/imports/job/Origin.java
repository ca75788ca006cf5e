package org.casus.imports.job;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The origin of an event: the row that it was last loaded from. */
@Entity
public class Origin extends PanacheEntityBase {

    @Id
    public String event;

    public String dataset;

    /** The import that the row belongs to, with the number of the block that keeps the row and the row's index in that block. */
    public long importId;
    public int block;
    public int rowIndex;

    public long line;

    /** The hash of the row. */
    public String hash;

    /** The revision of the event that the row was loaded as. */
    public long revision;

    /** The content of the row as JSON if the event keeps corrections by editors; null if that revision has the content of the row. */
    public String said;

    /** The newest import whose file has a row for the event. The value only grows, since imports may end in a different order. */
    public long seenIn;
}
