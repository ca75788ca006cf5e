package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.casus.index.lucene.query.IndexView;
import org.casus.query.Dimension;
import org.casus.readmodel.Counts.None;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Other;
import org.casus.readmodel.Counts.Value;

/**
 * Maps events to numbers that represent their values in one dimension, or in two dimensions that belong together: 0 is no
 * value, 1 is all other values, and larger numbers are values. An instance serves one query. {@link #load} stores the
 * distinct values of a document in {@link #found}.
 */
abstract class GroupBy {

    static final int NONE = 0;
    static final int OTHER = 1;
    /** The number of the first value. */
    static final int FIRST = 2;

    private static final Value NOTHING = new None();
    private static final Value OTHERS = new Other();

    private int[] found = new int[8];
    private int many;

    /** Returns the dimensions that the numbers represent. */
    abstract List<Dimension> dimensions();

    /** Moves to a segment of an index view. */
    abstract void enter(IndexView view, LeafReaderContext leaf) throws IOException;

    /** Adds the values of a document. */
    abstract void read(int doc) throws IOException;

    /** Returns the exclusive upper bound of all numbers. It is fixed once all segments are known. */
    abstract long bound();

    /** Returns the value of a dimension that a number represents. */
    abstract Value value(Dimension dimension, long number);

    /** Reads the values of a document and returns how many it has. */
    final int load(int doc) throws IOException {
        many = 0;
        read(doc);
        return many;
    }

    final int[] found() {
        return found;
    }

    /** Adds a number unless the document already has it. */
    final void add(int number) {
        for (int i = 0; i < many; i++) {
            if (found[i] == number) {
                return;
            }
        }
        if (many == found.length) {
            found = Arrays.copyOf(found, 2 * many);
        }
        found[many++] = number;
    }

    /** Returns whether the document has no value so far. */
    final boolean nothing() {
        return many == 0;
    }

    /** Returns the number itself, or {@link #OTHER} if the value has no row of its own. */
    static int kept(boolean[] keep, int number) {
        return keep == null || number == NONE || keep[number] ? number : OTHER;
    }

    static Value value(long number, GlobalOrdinals ordinals) {
        return number == NONE ? NOTHING : number == OTHER ? OTHERS : new Of(ordinals.value((int) number - FIRST));
    }

    static Value nothingOrOther(long number) {
        return number == NONE ? NOTHING : OTHERS;
    }
}
