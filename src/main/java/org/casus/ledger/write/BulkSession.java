package org.casus.ledger.write;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.ledger.VersionedEntity;

/**
 * Batches of one writer that follow each other. What one has met the next need not look up, as long as nobody else has
 * written in between. For one thread.
 */
public final class BulkSession {

    /** No end of a ledger: others wrote meanwhile. */
    static final long BROKEN = -1;
    /** Of each kind: those met last. */
    private static final int MOST = 10_000;

    private final Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> met = new HashMap<>();
    private long head = BROKEN;
    private boolean unbroken;

    /** Whether all that was met before stands as it was met, seen from the batch at hand. */
    public boolean unbroken() {
        return unbroken;
    }

    /** @param now the end of the ledger as the batch sees it */
    void begin(long now) {
        unbroken = now == head;
        if (!unbroken) {
            met.clear();
        }
        // until the batch is committed, nothing holds for another one
        head = BROKEN;
    }

    /** @param now the end of the ledger that the batch made, or found; {@link #BROKEN} where others wrote meanwhile */
    void end(long now, Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> known) {
        head = now;
        known.forEach((type, entities) -> met.computeIfAbsent(type, unknown -> new Lately()).putAll(entities));
    }

    Optional<VersionedEntity> met(Class<? extends VersionedEntity> type, String id) {
        return Optional.ofNullable(met.getOrDefault(type, Map.of()).get(id));
    }

    private static final class Lately extends LinkedHashMap<String, VersionedEntity> {

        Lately() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VersionedEntity> eldest) {
            return size() > MOST;
        }
    }
}
