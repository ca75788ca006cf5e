package org.casus.index.lucene.segment;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * A forward iterator over the documents of one segment that meet one condition. An instance supports one iteration by one
 * thread, unless {@code again} returns true.
 */
public abstract class DocIterator {

    /** The document number that means that there are no more documents. */
    public static final int NO_MORE = DocIdSetIterator.NO_MORE_DOCS;

    /** Returns the first match at or after a document. Calls must be in ascending order. */
    abstract int next(int from) throws IOException;

    /** Returns the approximate number of matches. */
    abstract long cost();

    /** Returns whether the matches can be iterated again from the start. */
    boolean again() {
        return false;
    }

    /** Returns the matches as a bit set, or null if they are not held as one. */
    FixedBitSet bits() {
        return null;
    }

    /** An iterator over a bit set. Documents may be requested in any order. */
    public static final class OfBits extends DocIterator {

        private final FixedBitSet bits;

        /** Creates an iterator over the bits that are set. */
        public OfBits(FixedBitSet bits) {
            this.bits = bits;
        }

        @Override
        int next(int from) {
            return from < bits.length() ? bits.nextSetBit(from) : NO_MORE;
        }

        @Override
        long cost() {
            return bits.length();
        }

        @Override
        FixedBitSet bits() {
            return bits;
        }

        @Override
        boolean again() {
            return true;
        }
    }

    /** An iterator over the results of a Lucene iterator, which it consumes. */
    public static final class OfIterator extends DocIterator {

        private final DocIdSetIterator iterator;
        private final TwoPhaseIterator check;
        private final QueryBudget budget;
        private boolean checked;

        /** Creates an iterator over the results of a Lucene iterator or scorer. */
        public OfIterator(DocIdSetIterator iterator, QueryBudget budget) {
            this.iterator = iterator;
            this.check = null;
            this.budget = budget;
        }

        /** Creates an iterator over the results of a Lucene iterator or scorer. */
        public OfIterator(Scorer scorer, QueryBudget budget) {
            this.budget = budget;
            this.check = scorer.twoPhaseIterator();
            this.iterator = check == null ? scorer.iterator() : check.approximation();
        }

        @Override
        int next(int from) throws IOException {
            if (iterator.docID() < from) {
                iterator.advance(from);
                checked = false;
            }
            while (check != null && !checked && iterator.docID() != NO_MORE) {
                budget.step();
                checked = check.matches();
                if (!checked) {
                    iterator.nextDoc();
                }
            }
            return iterator.docID();
        }

        @Override
        long cost() {
            return iterator.cost();
        }
    }
}
