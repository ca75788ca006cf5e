package org.casus.index.lucene.segment;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents of one segment that meet one condition, walked forwards. For one walk by one thread.
 */
public abstract class DocIterator {

    /** The document number that means that there are no more documents. */
    public static final int NO_MORE = DocIdSetIterator.NO_MORE_DOCS;

    /** The first that stands at or after a document; asked in ascending order. */
    abstract int next(int from) throws IOException;

    /** About how many there are. */
    abstract long cost();

    /** Whether it can be asked anew from the start. */
    boolean again() {
        return false;
    }

    /** The same as bits, where they are known as bits; else null. */
    FixedBitSet bits() {
        return null;
    }

    /** Documents that are known as bits: asked in any order. */
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

    /** The iterator that Lucene consumes. */
    public static final class OfIterator extends DocIterator {

        private final DocIdSetIterator iterator;
        private final TwoPhaseIterator check;
        private final QueryBudget queryBudget;
        private boolean checked;

        /** Creates an iterator over what Lucene's own iterator finds. */
        public OfIterator(DocIdSetIterator iterator, QueryBudget queryBudget) {
            this.iterator = iterator;
            this.check = null;
            this.queryBudget = queryBudget;
        }

        /** Creates an iterator over what Lucene's own iterator finds. */
        public OfIterator(Scorer scorer, QueryBudget queryBudget) {
            this.queryBudget = queryBudget;
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
                queryBudget.step();
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
