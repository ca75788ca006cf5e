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
 * Maps events to their values in one dimension, or in two that belong together, as numbers: 0 is no value, 1 is others, all
 * above are values. It serves one query; {@link #load} leaves the distinct values of a document in {@link #found}.
 */
abstract class GroupBy {

    static final int NONE = 0;
    static final int OTHER = 1;
    /** Values begin here. */
    static final int FIRST = 2;

    private static final Value NOTHING = new None();
    private static final Value OTHERS = new Other();

    private int[] found = new int[8];
    private int many;

    /** The dimensions that the numbers stand for. */
    abstract List<Dimension> dimensions();

    /** Turns to a segment, seen from a vantage. */
    abstract void enter(IndexView view, LeafReaderContext leaf) throws IOException;

    /** Adds what a document has. */
    abstract void read(int doc) throws IOException;

    /** All numbers are below; fixed when all segments are known. */
    abstract long bound();

    /** Returns the value of a dimension that a number represents. */
    abstract Value value(Dimension dimension, long number);

    final int load(int doc) throws IOException {
        many = 0;
        read(doc);
        return many;
    }

    final int[] found() {
        return found;
    }

    /** Once, however often the document has it. */
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

    /** Whether the document has nothing so far. */
    final boolean nothing() {
        return many == 0;
    }

    /** Values that are not kept are counted as others. */
    static int kept(boolean[] keep, int number) {
        return keep == null || number == NONE || keep[number] ? number : OTHER;
    }

    static Value value(long number, GlobalOrdinals globalOrdinals) {
        return number == NONE ? NOTHING : number == OTHER ? OTHERS : new Of(globalOrdinals.value((int) number - FIRST));
    }

    static Value nothingOrOther(long number) {
        return number == NONE ? NOTHING : OTHERS;
    }
}
