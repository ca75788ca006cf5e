package org.casus.rest.stream;

import org.casus.render.OutputBuffer;

/** A long body, made piece by piece as a client takes it, so that memory stays flat. For one thread at a time. */
public interface ChunkSource extends AutoCloseable {

    /** The size of a piece, in bytes. */
    int SIZE = 1 << 16;

    /** Adds the next piece, a little more than {@link #SIZE} at most; false if that was the last. */
    boolean fill(OutputBuffer out);

    /** How many items are in the pieces so far. */
    long rows();

    @Override
    void close();
}
