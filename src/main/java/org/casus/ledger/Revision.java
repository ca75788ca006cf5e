package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.casus.model.ResourceKind;
import org.hibernate.annotations.Immutable;

/** One row of the ledger: what changed, when, by whom and why. Never updated, never deleted. */
@Entity
@Immutable
public class Revision extends PanacheEntityBase {

    @Id
    public long number;

    @Enumerated(EnumType.STRING)
    public ResourceKind kind;

    public String resource;

    /** The dataset of the state that began; where that has none, of the one that ended. */
    public String dataset;

    @Enumerated(EnumType.STRING)
    public Operation operation;

    public Instant recordedAt;

    /** The name of the key that wrote it, or {@code casus}. */
    public String author;

    public String reason;

    /** The import that made it; null where an editor or the software itself did. */
    @Column(name = "import")
    public Long importId;

    public boolean isByImport() {
        return importId != null;
    }
}
