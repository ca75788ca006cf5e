package org.casus.index.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.casus.model.ResourceKind;
import org.casus.readmodel.names.DirectoryView;

/**
 * All index readers and the name directory as of one published revision. A snapshot is immutable. A query holds it while
 * it runs, so that its readers stay open.
 */
public final class Snapshot {

    private final Pair events;
    private final Pair others;
    private final DirectoryView directory;
    private final IndexSearcher currentEvents;
    private final IndexSearcher supersededEvents;
    private final IndexSearcher currentOthers;
    private final IndexSearcher supersededOthers;
    private final AtomicInteger holders = new AtomicInteger(1);

    /** The readers of the current and the superseded index of events, or of all other resources. */
    public record Pair(DirectoryReader current, DirectoryReader superseded) {
    }

    /** Creates a snapshot, which acquires one reference to each reader. */
    public Snapshot(Pair events, Pair others, DirectoryView directory) {
        this.events = events;
        this.others = others;
        this.directory = directory;
        this.currentEvents = searcher(events.current);
        this.supersededEvents = searcher(events.superseded);
        this.currentOthers = searcher(others.current);
        this.supersededOthers = searcher(others.superseded);
        readers().forEach(DirectoryReader::incRef);
    }

    /** Returns the directory of names that belongs to the snapshot. */
    public DirectoryView directory() {
        return directory;
    }

    /** Returns the revision that the snapshot shows. */
    public long revision() {
        return directory.revision();
    }

    IndexSearcher current(ResourceKind kind) {
        return kind == ResourceKind.EVENT ? currentEvents : currentOthers;
    }

    /** Returns the segments of both event indexes. */
    public List<LeafReaderContext> eventLeaves() {
        List<LeafReaderContext> leaves = new ArrayList<>(events.current.leaves());
        leaves.addAll(events.superseded.leaves());
        return leaves;
    }

    IndexSearcher superseded(ResourceKind kind) {
        return kind == ResourceKind.EVENT ? supersededEvents : supersededOthers;
    }

    /**
     * Returns a searcher without Lucene's query cache: filters differ from one request to the next, and the locks of the
     * cache cost more than it saves.
     */
    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }

    /** Acquires the snapshot. Returns false if it is already closed. */
    public boolean hold() {
        for (int held = holders.get(); held > 0; held = holders.get()) {
            if (holders.compareAndSet(held, held + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Releases the snapshot. The last release closes its references to the readers. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            try {
                for (DirectoryReader reader : readers()) {
                    reader.decRef();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<DirectoryReader> readers() {
        return List.of(events.current, events.superseded, others.current, others.superseded);
    }
}
