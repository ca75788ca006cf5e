package org.casus.rest.stream;

import java.util.Optional;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.ReadModel.Walk;
import org.casus.render.OutputBuffer;
import org.casus.render.Rendering;

/** A whole list that is read and rendered chunk by chunk. */
public final class ListChunkSource implements ChunkSource {

    private final Walk walk;
    private final Rendering rendering;
    private final Rendering.Tail tail;
    private boolean begun;
    private boolean ended;
    private long rows;

    /** Creates a source of the chunks of one list. */
    public ListChunkSource(Walk walk, Rendering rendering, Rendering.Tail tail) {
        this.walk = walk;
        this.rendering = rendering;
        this.tail = tail;
    }

    @Override
    public boolean fill(OutputBuffer out) {
        if (!begun) {
            rendering.begin(out);
            begun = true;
        }
        while (!ended && out.size() < SIZE) {
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

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        walk.close();
    }
}
