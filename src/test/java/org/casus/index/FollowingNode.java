package org.casus.index;

import java.io.IOException;
import org.casus.rest.Asking;

/** A node that follows in a thread of its own, as nodes do, while others write. */
final class FollowingNode implements AutoCloseable {

    /** What one step takes in, the next ones change before it is shown. */
    private static final int STEPS_SHOWN_AT_ONCE = 5;

    private final Node node;
    private final Thread thread = new Thread(this::follow, "another-node");
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    FollowingNode(Node node) {
        this.node = node;
        thread.start();
    }

    private void follow() {
        try {
            for (int step = 1; !stopped; step++) {
                node.follow();
                if (step % STEPS_SHOWN_AT_ONCE == 0) {
                    node.publish();
                }
                Thread.sleep(20);
            }
            node.follow();
            node.publish();
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows to the head, and no further. */
    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    Asking asking() {
        return node.asking();
    }

    @Override
    public void close() throws IOException {
        stop();
        node.close();
    }
}
