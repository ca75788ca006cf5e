package org.casus.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.index.lucene.segment.TimeIndex;
import org.casus.model.ResourceKind;
import org.casus.query.Position;
import org.casus.readmodel.Template;

/**
 * Iterates over the events of several selections, newest first. Segments are sorted in this order, so nothing is sorted
 * here and no document is read before it is requested.
 */
public final class NewestFirst {

    private final PriorityQueue<Walk> walks = new PriorityQueue<>();
    private Walk shown;

    /**
     * Creates an iterator over the selections.
     *
     * @param after the position after which to start; empty for the newest event
     */
    public NewestFirst(List<Matches> selections, Optional<Position> after, SegmentCache cache) throws IOException {
        for (Matches matches : selections) {
            for (LeafReaderContext leaf : matches.leaves()) {
                Conjunction selected = matches.in(leaf);
                if (selected != null) {
                    Walk walk = new Walk(leaf, selected);
                    add(walk, after.isEmpty() ? 0 : walk.after(after.get(), cache.times(leaf.reader())));
                }
            }
        }
    }

    private void add(Walk walk, int from) throws IOException {
        if (walk.advance(from)) {
            walks.add(walk);
        }
    }

    /** Returns the next event, or null at the end. */
    public Template next() throws IOException {
        return step() ? shown.template() : null;
    }

    /** Skips events without reading their stored content. */
    void skip(int events) throws IOException {
        for (int left = events; left > 0 && step(); left--) {
            // each step skips one event
        }
    }

    private boolean step() throws IOException {
        if (shown != null) {
            add(shown, shown.doc + 1);
        }
        shown = walks.poll();
        return shown != null;
    }

    /** Returns whether another event follows the current one. */
    public boolean hasNext() throws IOException {
        if (!walks.isEmpty()) {
            return true;
        }
        return shown != null && shown.selected.next(shown.doc + 1) != DocIterator.NO_MORE;
    }

    /** Returns the position of the current event. */
    public Position position() {
        return new Position(List.of(Long.toString(shown.begins), LuceneFields.key(ResourceKind.EVENT, shown.id())));
    }

    /** An iterator over the selected events of one segment. */
    private static final class Walk implements Comparable<Walk> {

        private final LeafReaderContext leaf;
        private final Conjunction selected;
        private final NumericDocValues earliest;
        private BinaryDocValues stored;
        private int doc;
        private long begins;
        private Template template;
        private String id;

        Walk(LeafReaderContext leaf, Conjunction selected) throws IOException {
            this.leaf = leaf;
            this.selected = selected;
            this.earliest = DocValues.getNumeric(leaf.reader(), LuceneFields.EARLIEST);
        }

        @Override
        public int compareTo(Walk other) {
            return begins == other.begins ? id().compareTo(other.id()) : Long.compare(other.begins, begins);
        }

        boolean advance(int from) throws IOException {
            doc = selected.next(from);
            template = null;
            id = null;
            if (doc == DocIterator.NO_MORE) {
                return false;
            }
            begins = TimeIndex.value(earliest, doc);
            return true;
        }

        Template template() throws IOException {
            if (template == null) {
                template = template(doc);
            }
            return template;
        }

        private Template template(int of) throws IOException {
            if (stored == null) {
                stored = DocValues.getBinary(leaf.reader(), LuceneFields.JSON);
            }
            return QueryContext.template(stored, of);
        }

        String id() {
            try {
                if (id == null) {
                    id = template().id();
                }
                return id;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Returns the first document after a position. Events that begin at the same millisecond are searched by key with
         * a binary search.
         */
        int after(Position position, TimeIndex timeIndex) throws IOException {
            long moment = SortOrders.moment(position);
            String key = position.values().get(1);
            int low = timeIndex.firstAtOrBefore(moment, earliest);
            int high = moment == Long.MIN_VALUE ? timeIndex.size() : timeIndex.firstAtOrBefore(moment - 1, earliest);
            while (low < high) {
                int middle = low + high >>> 1;
                if (LuceneFields.key(ResourceKind.EVENT, template(middle).id()).compareTo(key) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
