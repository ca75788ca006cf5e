package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.casus.vocabulary.ResourceKind;
import org.hibernate.annotations.Immutable;

/** One row of the ledger: what changed, and the state that it ended. Never updated, never deleted. */
@Entity
@Immutable
public class Revision extends PanacheEntityBase {

    @Id
    public long number;

    @Enumerated(EnumType.STRING)
    public ResourceKind kind;

    public String resource;

    /** The dataset of the state that began, where it has one. */
    public String dataset;

    /** The dataset of the state that ended, so that who follows it learns of what left it. */
    public String datasetBefore;

    @Enumerated(EnumType.STRING)
    public Operation operation;

    public Instant recordedAt;

    /** The name of the key that wrote it, or {@code casus}. */
    public String author;

    public String reason;

    /** The revision at which the ended state began; null where nothing stood before. */
    public Long began;

    /** The ended state as {@link States} writes it; null where nothing stood before. */
    @Column(name = "before_state")
    public String before;

    /** The last row of a resource. */
    public static Optional<Revision> lastOf(ResourceKind kind, String resource) {
        return find("kind = ?1 and resource = ?2 order by number desc", kind, resource).firstResultOptional();
    }
}
