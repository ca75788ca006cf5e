package org.casus.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.casus.index.lucene.query.Look;
import org.casus.index.lucene.query.Selection;
import org.casus.index.lucene.segment.Segments;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.ReadModel.Walk;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.DirectoryView;

/** All events of a list, newest first, read as they are asked for; holds its snapshot until it is closed. */
final class EventWalk implements Walk {

    private final Look look;
    private final NewestFirst events;
    private final long total;
    private boolean closed;

    /** Takes a hold of the look's snapshot of its own. */
    EventWalk(Look look, List<Selection> selections, Segments segments) throws IOException {
        this.look = look;
        this.total = Selection.count(selections);
        this.events = new NewestFirst(selections, Optional.empty(), segments);
        look.snapshot().hold();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public DirectoryView names() {
        return look.names();
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
            look.snapshot().release();
        }
    }
}
