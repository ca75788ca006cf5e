package org.casus.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** A key: everything about it but its secret. */
@Entity
public class ApiKey extends PanacheEntityBase {

    @Id
    public String id;

    /** The name of the holder; revisions name it as their author. */
    public String name;

    /** The same while it is in force, so that no other has the name meanwhile. */
    String nameInForce;

    @Enumerated(EnumType.STRING)
    public KeyRole role;

    /** SHA-256 of the secret, in hex. */
    String hash;

    public Instant createdAt;

    public Instant revokedAt;

    static List<ApiKey> inForce() {
        return list("revokedAt is null order by createdAt, id");
    }
}
