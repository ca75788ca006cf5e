package org.casus.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.ReadModel.Walk;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.DirectoryView;

/**
 * An iterator over all events of a list, newest first, which reads each event on demand. It holds its snapshot until it
 * is closed.
 */
final class EventWalk implements Walk {

    private final QueryContext context;
    private final NewestFirst events;
    private final long total;
    private boolean closed;

    /** Creates the iterator, which acquires its own reference to the context's snapshot. */
    EventWalk(QueryContext context, List<Matches> selections, SegmentCache cache) throws IOException {
        this.context = context;
        this.total = Matches.count(selections);
        this.events = new NewestFirst(selections, Optional.empty(), cache);
        context.snapshot().hold();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public DirectoryView names() {
        return context.names();
    }

    @Override
    public Optional<Stored> next() {
        try {
            Template event = events.next();
            return event == null ? Optional.empty() : Optional.of(new Stored(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            context.snapshot().release();
        }
    }
}
