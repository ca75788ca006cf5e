package org.casus.ledger;

import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import org.casus.model.LruMap;
import org.casus.model.View;

/**
 * A cache of the states that this node has committed most recently, by the revision at which they began. It saves the follower of
 * the ledger a database query. Entries cannot become stale, because the state that began at a revision never changes. States that
 * are not cached are read from the database.
 */
@Singleton
public class CommittedStateCache {

    private static final int MOST = 16_384;

    private final Map<Long, SoftReference<View>> states = new LruMap<>(MOST);

    /** Adds a state that this node has just committed. */
    public synchronized void add(View state) {
        states.put(state.revision(), new SoftReference<>(state));
    }

    /** Returns the state that began at a revision, if it is cached. */
    public synchronized Optional<View> at(long revision) {
        return Optional.ofNullable(states.get(revision)).map(SoftReference::get);
    }

    /** Removes the states of all revisions up to the given one, which the follower no longer needs. */
    public synchronized void forget(long upTo) {
        states.keySet().removeIf(revision -> revision <= upTo);
    }
}
