package org.casus.imports.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.casus.ledger.Follower;

/**
 * How far an import is ahead of reads. Several batches are written while some are indexed: an indexer that takes several
 * at once is quicker, and neither waits for the other. It is not left too far behind, since readers would be, too.
 */
final class IndexBackpressure {

    /** Batches that are worth the indexer's while. */
    private static final int WORTH_FOLLOWING = 2;
    /** Batches that the indexer may be behind. */
    private static final int MOST = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Follower follower;
    private final Deque<Long> written = new ArrayDeque<>();

    IndexBackpressure(Follower follower) {
        this.follower = follower;
    }

    /** @param revision the last one of a batch, or of those before where it has none; null where there is none at all */
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

    /** Waits until reads see a revision; false if that takes too long. */
    boolean await(long revision) {
        return follower.await(revision, PATIENCE);
    }
}
