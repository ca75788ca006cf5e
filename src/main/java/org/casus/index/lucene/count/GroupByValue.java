package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.casus.index.lucene.query.IndexView;
import org.casus.query.Dimension;
import org.casus.readmodel.Counts.Value;

/** Groups by the values of a field as they were written, without ancestors. */
final class GroupByValue extends GroupBy {

    private final Dimension dimension;
    private final GlobalOrdinals ordinals;
    private final boolean[] keep;
    private final long bound;
    private int[] numbers;
    private SortedSetDocValues several;
    private SortedDocValues one;

    /**
     * Creates the grouping of one query.
     *
     * @param keep whether each number has a row of its own; null if all have
     */
    GroupByValue(Dimension dimension, GlobalOrdinals ordinals, boolean[] keep) {
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
    void enter(IndexView view, LeafReaderContext leaf) throws IOException {
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
