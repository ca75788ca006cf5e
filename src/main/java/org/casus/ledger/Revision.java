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

/** A row of the ledger: what changed, when, by whom and why. Rows are never updated or deleted. */
@Entity
@Immutable
public class Revision extends PanacheEntityBase {

    @Id
    public long number;

    @Enumerated(EnumType.STRING)
    public ResourceKind kind;

    public String resource;

    /** The dataset of the new state, or that of the previous state if the new one has none. */
    public String dataset;

    @Enumerated(EnumType.STRING)
    public Operation operation;

    public Instant recordedAt;

    /** The name of the API key that made the revision, or {@code casus}. */
    public String author;

    public String reason;

    /** The import that made the revision; null if an editor or the software itself made it. */
    @Column(name = "import")
    public Long importId;

    public boolean isByImport() {
        return importId != null;
    }
}
