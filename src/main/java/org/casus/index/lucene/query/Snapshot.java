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
 * All readers and the directory as of one published revision. Immutable; held while a query runs, so that its readers
 * are not closed underneath it.
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

    /** The two indexes of one half of the model. */
    public record Pair(DirectoryReader current, DirectoryReader superseded) {
    }

    /** Takes one reference of each reader. */
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

    /** The segments of both indexes of events. */
    public List<LeafReaderContext> eventLeaves() {
        List<LeafReaderContext> leaves = new ArrayList<>(events.current.leaves());
        leaves.addAll(events.superseded.leaves());
        return leaves;
    }

    IndexSearcher superseded(ResourceKind kind) {
        return kind == ResourceKind.EVENT ? supersededEvents : supersededOthers;
    }

    /** Without Lucene's query cache: filters differ from one request to the next, and its locks cost more than it saves. */
    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }

    /** False if the snapshot is closed already. */
    public boolean hold() {
        for (int held = holders.get(); held > 0; held = holders.get()) {
            if (holders.compareAndSet(held, held + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Gives the snapshot back, so that its readers can be closed. */
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
