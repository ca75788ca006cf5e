package org.casus.rest.stream;

import org.casus.render.OutputBuffer;

/** A long body that is created chunk by chunk as the client reads it, so that memory use is constant. For one thread at a time. */
public interface ChunkSource extends AutoCloseable {

    /** The size of a chunk, in bytes. */
    int SIZE = 1 << 16;

    /** Appends the next chunk, at most a little more than {@link #SIZE}; returns false if it was the last. */
    boolean fill(OutputBuffer out);

    /** Returns the number of items in the chunks so far. */
    long rows();

    @Override
    void close();
}
