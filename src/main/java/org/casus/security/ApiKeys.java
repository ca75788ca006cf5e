package org.casus.security;

import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.store.IntegrityViolation;
import org.casus.store.Transactions;

/** Creates, recognises and revokes API keys. */
@Singleton
public class ApiKeys {

    private static final String CONFIGURED = "configured";
    private static final int SHORTEST_CONFIGURED = 32;
    /** The column that holds a name while its key is in force. */
    private static final String NAME = "name_in_force";

    private final Clock clock;
    private final SecurityLog log;
    private final Optional<String> configured;

    ApiKeys(Clock clock, AccessConfig config, SecurityLog log) {
        this.clock = clock;
        this.log = log;
        this.configured = config.adminKey().map(ApiKeys::checked).map(KeySecrets::hash);
    }

    private static String checked(String key) {
        if (key.length() < SHORTEST_CONFIGURED) {
            throw new IllegalArgumentException("casus.admin-key has fewer than " + SHORTEST_CONFIGURED
                    + " characters; make one with: openssl rand -hex 24");
        }
        return key;
    }

    /**
     * The holder of a key.
     *
     * @param id the id of the key, or {@value #CONFIGURED} for the configured key
     */
    record Holder(String id, String name, KeyRole role) {
    }

    /** A newly created key with its text, which is never shown again. */
    record Made(ApiKey key, String text) {
    }

    Optional<Holder> recognise(String text) {
        if (configured.isPresent() && KeySecrets.same(configured.get(), KeySecrets.hash(text))) {
            return Optional.of(new Holder(CONFIGURED, "admin", KeyRole.ADMIN));
        }
        return KeySecrets.parse(text).flatMap(parts -> {
            ApiKey key = Transactions.read(() -> ApiKey.findById(parts.id()));
            String hash = KeySecrets.hash(parts.secret());
            return key != null && KeySecrets.same(key.hash, hash) && key.revokedAt == null
                    ? Optional.of(new Holder(key.id, key.name, key.role))
                    : Optional.empty();
        });
    }

    /** Creates a key; returns empty if another key in force has the name. */
    Optional<Made> make(String name, KeyRole role) {
        KeySecrets.Parts parts = KeySecrets.make();
        ApiKey key = new ApiKey();
        key.id = parts.id();
        key.name = name;
        key.nameInForce = name;
        key.role = role;
        key.hash = KeySecrets.hash(parts.secret());
        key.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            Transactions.write(() -> key.persistAndFlush());
        } catch (PersistenceException e) {
            if (IntegrityViolation.causeOf(e).filter(violation -> violation.isDuplicate(NAME)).isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(new Made(key, parts.text()));
    }

    List<ApiKey> list() {
        return Transactions.read(ApiKey::inForce);
    }

    /** Returns those of the given key ids that have been revoked. */
    Set<String> revokedAmong(Set<String> ids) {
        return Transactions.read(() -> ApiKey.<ApiKey>list("revokedAt is not null and id in ?1", ids).stream()
                .map(key -> key.id).collect(Collectors.toSet()));
    }

    /** Revokes a key and returns whether it was in force. */
    boolean revoke(String id) {
        return Transactions.write(() -> {
            ApiKey key = ApiKey.findById(id);
            if (key == null || key.revokedAt != null) {
                return false;
            }
            key.nameInForce = null;
            key.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return true;
        });
    }

    /** Creates the first administrator key if no key was ever created and none is configured; returns its text, otherwise empty. */
    public Optional<String> first() {
        boolean none = configured.isEmpty() && Transactions.read(() -> ApiKey.count() == 0);
        Optional<Made> first = none ? make("first", KeyRole.ADMIN) : Optional.empty();
        first.ifPresent(made -> log.infoOfStart("key.made", "id", made.key().id, "name", made.key().name,
                "role", made.key().role));
        return first.map(Made::text);
    }

    /** Returns whether an administrator key exists. */
    public boolean hasAdministrator() {
        return configured.isPresent() || list().stream().anyMatch(key -> key.role == KeyRole.ADMIN);
    }
}
