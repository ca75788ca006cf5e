package org.casus.rest.stream;

import org.casus.render.OutputBuffer;

/** A long body on its way out, with its place among the exports. For one thread at a time. */
public final class Export implements AutoCloseable {

    private final ChunkSource chunkSource;
    private final Runnable whenClosed;
    private boolean closed;
    private boolean taken;

    /** Creates an export that holds its place until it is closed. */
    public Export(ChunkSource chunkSource, Runnable whenClosed) {
        this.chunkSource = chunkSource;
        this.whenClosed = whenClosed;
    }

    /** Room for a piece. */
    public static OutputBuffer piece() {
        return new OutputBuffer(ChunkSource.SIZE + ChunkSource.SIZE / 8);
    }

    /** Adds the next piece; false if that was the last. */
    public boolean fill(OutputBuffer out) {
        return chunkSource.fill(out);
    }

    /** Returns the source of the rows of this export. */
    public long rows() {
        return chunkSource.rows();
    }

    /** Says that somebody writes it, who will close it; false if nobody waits for it any more. */
    synchronized boolean take() {
        taken = true;
        return !closed;
    }

    /** Closes it if nobody came to write it: an answer to HEAD, or one that failed before. */
    public synchronized void abandon() {
        if (!taken) {
            close();
        }
    }

    /** Lets go of what is read and of the place among the exports. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            chunkSource.close();
            whenClosed.run();
        }
    }
}
