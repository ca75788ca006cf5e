package org.casus.ledger.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.ledger.VersionedEntity;
import org.casus.model.LruMap;

/**
 * The state that consecutive bulk transactions of one writer share. Entities that one transaction has looked up or created need not be
 * queried by the next, as long as no other writer has committed a revision in between. Not thread-safe.
 */
public final class BulkSession {

    /** Stands for an unknown head of the ledger, because other writers committed revisions in the meantime. */
    static final long BROKEN = -1;
    /** The number of cached entities of each type; the least recently used ones are evicted. */
    private static final int MOST = 10_000;

    private final Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> met = new HashMap<>();
    private long head = BROKEN;
    private boolean unbroken;

    /** Returns whether everything that earlier transactions have found is still valid in the current transaction. */
    public boolean unbroken() {
        return unbroken;
    }

    /**
     * Begins a transaction. Clears the cache if other writers have committed revisions since the last one.
     *
     * @param now the last revision number as the transaction sees it
     */
    void begin(long now) {
        unbroken = now == head;
        if (!unbroken) {
            met.clear();
        }
        // until the transaction is committed, no other transaction may rely on the cache
        head = BROKEN;
    }

    /**
     * Ends a transaction that is committed, and caches its entities.
     *
     * @param now the last revision number after the transaction; {@link #BROKEN} if other writers committed revisions while it ran
     */
    void end(long now, Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> known) {
        head = now;
        known.forEach((type, entities) -> met.computeIfAbsent(type, unknown -> new LruMap<>(MOST)).putAll(entities));
    }

    /** Returns the cached entity with that id. It is detached and may be referred to, but not changed. */
    Optional<VersionedEntity> met(Class<? extends VersionedEntity> type, String id) {
        return Optional.ofNullable(met.getOrDefault(type, Map.of()).get(id));
    }
}
