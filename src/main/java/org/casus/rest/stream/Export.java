package org.casus.rest.stream;

import org.casus.render.OutputBuffer;

/** A long body that is being sent and occupies one of the limited export slots. For one thread at a time. */
public final class Export implements AutoCloseable {

    private final ChunkSource chunkSource;
    private final Runnable whenClosed;
    private boolean closed;
    private boolean taken;

    /** Creates an export that occupies its slot until it is closed. */
    public Export(ChunkSource chunkSource, Runnable whenClosed) {
        this.chunkSource = chunkSource;
        this.whenClosed = whenClosed;
    }

    /** Returns a new buffer for one chunk. */
    public static OutputBuffer piece() {
        return new OutputBuffer(ChunkSource.SIZE + ChunkSource.SIZE / 8);
    }

    /** Appends the next chunk; returns false if it was the last. */
    public boolean fill(OutputBuffer out) {
        return chunkSource.fill(out);
    }

    /** Returns the number of items in the chunks so far. */
    public long rows() {
        return chunkSource.rows();
    }

    /** Marks the export as taken by a writer, which will close it; returns false if it is already closed. */
    synchronized boolean take() {
        taken = true;
        return !closed;
    }

    /** Closes the export if no writer has taken it, as for a response to HEAD or one that failed before. */
    public synchronized void abandon() {
        if (!taken) {
            close();
        }
    }

    /** Releases the source and the export slot. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            chunkSource.close();
            whenClosed.run();
        }
    }
}
