package org.casus.door;

import java.util.Optional;
import org.casus.query.ReadModel.Stored;
import org.casus.query.ReadModel.Walk;
import org.casus.render.Buffer;
import org.casus.render.Rendering;

/** A whole list on its way out: read and written piece by piece, so that memory stays flat. For one thread at a time. */
final class Export implements AutoCloseable {

    /** The size of a piece, in bytes. */
    static final int PIECE = 1 << 16;

    private final Walk walk;
    private final Rendering rendering;
    private final Rendering.Tail tail;
    private final Runnable whenClosed;
    private boolean begun;
    private boolean ended;
    private boolean closed;
    private boolean taken;
    private long rows;

    Export(Walk walk, Rendering rendering, Rendering.Tail tail, Runnable whenClosed) {
        this.walk = walk;
        this.rendering = rendering;
        this.tail = tail;
        this.whenClosed = whenClosed;
    }

    /** Adds the next piece; false if that was the last. */
    boolean fill(Buffer out) {
        if (!begun) {
            rendering.begin(out);
            begun = true;
        }
        while (!ended && out.size() < PIECE) {
            Optional<Stored> next = walk.next();
            if (next.isPresent()) {
                rendering.item(next.get().template(), out);
                rows++;
            } else {
                rendering.end(tail, out);
                ended = true;
            }
        }
        return !ended;
    }

    long rows() {
        return rows;
    }

    /** Says that somebody writes it, who will close it. */
    synchronized void take() {
        taken = true;
    }

    /** Closes it if nobody came to write it: an answer to HEAD, or one that failed before. */
    synchronized void abandon() {
        if (!taken) {
            close();
        }
    }

    /** Lets go of what is read and of the place among the exports. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            walk.close();
            whenClosed.run();
        }
    }
}
