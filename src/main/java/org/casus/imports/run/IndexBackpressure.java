package org.casus.imports.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.casus.ledger.Follower;

/**
 * Limits how far an import runs ahead of the index. Batches are written while earlier ones are indexed, so that neither side waits for
 * the other, and an indexer that takes several batches at once is faster. It must not fall too far behind, or reads are stale.
 */
final class IndexBackpressure {

    /** The indexer is woken when this many batches are not yet indexed. */
    private static final int WORTH_FOLLOWING = 2;
    /** The import waits when this many batches are not yet indexed. */
    private static final int MOST = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Follower follower;
    private final Deque<Long> written = new ArrayDeque<>();

    IndexBackpressure(Follower follower) {
        this.follower = follower;
    }

    /**
     * Notes a written batch, and waits if the indexer is too far behind.
     *
     * @param revision the last revision of the import up to this batch; null if there is none
     */
    void wrote(Long revision) {
        if (revision != null) {
            written.addLast(revision);
        }
        while (!written.isEmpty() && written.getFirst() <= follower.taken()) {
            written.removeFirst();
        }
        if (written.size() >= MOST) {
            follower.awaitTaken(written.removeFirst(), PATIENCE);
        } else if (written.size() >= WORTH_FOLLOWING) {
            follower.wake();
        }
    }

    /** Waits until reads see a revision, for at most a minute, and returns whether they do. */
    boolean await(long revision) {
        return follower.await(revision, PATIENCE);
    }
}
