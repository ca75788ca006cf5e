package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** What every entity of the ledger has: a key that never shows, a public id, and the revision of its state. */
@MappedSuperclass
public abstract class Recorded extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "casus_key")
    @SequenceGenerator(name = "casus_key", sequenceName = "casus_key", allocationSize = 50)
    public Long pk;

    @Column(updatable = false)
    public String slug;

    /** The revision at which the present state began. */
    public long revision;

    public Instant createdAt;

    /** When the present state was recorded. */
    public Instant updatedAt;
}
