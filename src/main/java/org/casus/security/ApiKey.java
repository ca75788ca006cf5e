package org.casus.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** An API key as stored: its holder, role and dates, with a hash in place of the secret. */
@Entity
public class ApiKey extends PanacheEntityBase {

    @Id
    public String id;

    /** The name of the holder, which revisions record as their author. */
    public String name;

    /** The name while the key is in force, which keeps names unique among the keys in force. */
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
