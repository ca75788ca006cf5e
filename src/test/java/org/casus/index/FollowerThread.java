package org.casus.index;

import java.io.IOException;
import org.casus.rest.QueryClient;

/** A node that follows in a thread of its own, as nodes do, while others write. */
final class FollowerThread implements AutoCloseable {

    /** What one step takes in, the next ones change before it is shown. */
    private static final int STEPS_SHOWN_AT_ONCE = 5;

    private final SecondNode secondNode;
    private final Thread thread = new Thread(this::follow, "another-node");
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    FollowerThread(SecondNode secondNode) {
        this.secondNode = secondNode;
        thread.start();
    }

    private void follow() {
        try {
            for (int step = 1; !stopped; step++) {
                secondNode.follow();
                if (step % STEPS_SHOWN_AT_ONCE == 0) {
                    secondNode.publish();
                }
                Thread.sleep(20);
            }
            secondNode.follow();
            secondNode.publish();
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

    QueryClient asking() {
        return secondNode.asking();
    }

    @Override
    public void close() throws IOException {
        stop();
        secondNode.close();
    }
}
