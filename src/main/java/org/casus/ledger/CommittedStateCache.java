package org.casus.ledger;

import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.model.View;

/**
 * States that this node has just committed, for who follows the ledger: the state that began at a revision never changes,
 * so what is found here need not be read from the database. What is not found is there.
 */
@Singleton
public class CommittedStateCache {

    private static final int MOST = 16_384;

    private final Map<Long, SoftReference<View>> states = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SoftReference<View>> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps a state that this node has just committed. */
    public synchronized void add(View state) {
        states.put(state.revision(), new SoftReference<>(state));
    }

    /** The state that began at a revision, if it is kept here. */
    public synchronized Optional<View> at(long revision) {
        return Optional.ofNullable(states.get(revision)).map(SoftReference::get);
    }

    /** Nobody will ask for these any more. */
    public synchronized void forget(long upTo) {
        states.keySet().removeIf(revision -> revision <= upTo);
    }
}
