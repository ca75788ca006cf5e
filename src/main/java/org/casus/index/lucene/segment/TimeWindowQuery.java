package org.casus.index.lucene.segment;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.casus.model.edtf.TimeRange;

/** Matches events whose time overlaps a window or lies within it. Segments are sorted by time, so most matches are adjacent. */
public final class TimeWindowQuery extends Query {

    private final TimeRange window;
    private final boolean certain;
    private final SegmentCache cache;

    /**
     * Creates a query for a time window.
     *
     * @param certain whether to match only events that lie wholly within the window
     */
    public TimeWindowQuery(TimeRange window, boolean certain, SegmentCache cache) {
        this.window = window;
        this.certain = certain;
        this.cache = cache;
    }

    /**
     * The matches of one segment: all documents from {@code first} up to {@code end}, then those that began before the
     * window and last into it.
     */
    static final class Overlapping extends DocIterator {

        private final TimeIndex timeIndex;
        private final NumericDocValues latest;
        private final long from;
        private final int first;
        private final int end;

        Overlapping(TimeIndex timeIndex, TimeRange window, LeafReader reader) throws IOException {
            NumericDocValues earliest = DocValues.getNumeric(reader, LuceneFields.EARLIEST);
            this.timeIndex = timeIndex;
            this.latest = DocValues.getNumeric(reader, LuceneFields.LATEST);
            this.from = window.earliestMillis();
            this.first = timeIndex.firstAtOrBefore(window.latestMillis(), earliest);
            this.end = from == Long.MIN_VALUE ? timeIndex.size() : timeIndex.firstAtOrBefore(from - 1, earliest);
        }

        int first() {
            return first;
        }

        int end() {
            return end;
        }

        @Override
        int next(int doc) throws IOException {
            int within = Math.max(doc, first);
            if (within < end) {
                return within;
            }
            int lasting = timeIndex.nextLasting(within, from, latest);
            return lasting < timeIndex.size() ? lasting : NO_MORE;
        }

        @Override
        long cost() {
            return end - first + (timeIndex.size() - end >> 6);
        }

        @Override
        boolean again() {
            return true;
        }
    }

    /** Returns an iterator over the matches of a segment. */
    public DocIterator in(LeafReader reader) throws IOException {
        Overlapping overlapping = new Overlapping(cache.times(reader), window, reader);
        return certain ? new Within(overlapping, window.latestMillis()) : overlapping;
    }

    /** An iterator over the documents that begin and end in the window. */
    private static final class Within extends DocIterator {

        private final Overlapping overlapping;
        private final long to;

        Within(Overlapping overlapping, long to) {
            this.overlapping = overlapping;
            this.to = to;
        }

        @Override
        int next(int from) throws IOException {
            int doc = Math.max(from, overlapping.first);
            while (doc < overlapping.end && TimeIndex.value(overlapping.latest, doc) > to) {
                doc++;
            }
            return doc < overlapping.end ? doc : NO_MORE;
        }

        @Override
        long cost() {
            return overlapping.end - overlapping.first;
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext context) throws IOException {
                return new ConstantScoreScorer(this, score(), scoreMode, iterator(in(context.reader())));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    private static DocIdSetIterator iterator(DocIterator docIterator) {
        return new DocIdSetIterator() {
            private int doc = -1;

            @Override
            public int docID() {
                return doc;
            }

            @Override
            public int nextDoc() throws IOException {
                return advance(doc + 1);
            }

            @Override
            public int advance(int target) throws IOException {
                doc = target == NO_MORE_DOCS ? NO_MORE_DOCS : docIterator.next(target);
                return doc;
            }

            @Override
            public long cost() {
                return docIterator.cost();
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return (certain ? "within " : "overlap ") + window;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeWindowQuery that && certain == that.certain && window.equals(that.window);
    }

    @Override
    public int hashCode() {
        return window.hashCode() + (certain ? 1 : 0);
    }
}
