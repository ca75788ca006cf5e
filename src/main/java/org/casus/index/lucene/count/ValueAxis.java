package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.casus.index.lucene.query.Vantage;
import org.casus.query.Dimension;
import org.casus.readmodel.Counts.Value;

/** The values of a field as they were written. */
final class ValueAxis extends Axis {

    private final Dimension dimension;
    private final Ordinals ordinals;
    private final boolean[] keep;
    private final long bound;
    private int[] numbers;
    private SortedSetDocValues several;
    private SortedDocValues one;

    /** @param keep the numbers that are shown by themselves; null for all */
    ValueAxis(Dimension dimension, Ordinals ordinals, boolean[] keep) {
        this.dimension = dimension;
        this.ordinals = ordinals;
        this.keep = keep;
        this.bound = (long) ordinals.size() + FIRST;
    }

    @Override
    List<Dimension> dimensions() {
        return List.of(dimension);
    }

    @Override
    void enter(Vantage vantage, LeafReaderContext leaf) throws IOException {
        numbers = ordinals.of(leaf.reader());
        several = DocValues.getSortedSet(leaf.reader(), ordinals.field());
        one = DocValues.unwrapSingleton(several);
    }

    @Override
    void read(int doc) throws IOException {
        if (one != null) {
            if (one.advanceExact(doc)) {
                add(kept(keep, numbers[one.ordValue()] + FIRST));
            }
        } else if (several.advanceExact(doc)) {
            for (int i = several.docValueCount(); i > 0; i--) {
                add(kept(keep, numbers[(int) several.nextOrd()] + FIRST));
            }
        }
        if (nothing()) {
            add(NONE);
        }
    }

    @Override
    long bound() {
        return bound;
    }

    @Override
    Value value(Dimension of, long number) {
        return value(number, ordinals);
    }
}
