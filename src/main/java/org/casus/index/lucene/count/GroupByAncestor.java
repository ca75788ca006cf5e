package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.casus.index.lucene.query.IndexView;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.Dimension;
import org.casus.query.field.Field;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Value;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.readmodel.names.DirectoryView;

/**
 * Groups by an ancestor of the single value of a field, as of the requested revision: the root of a type, or the country
 * of a place.
 */
public final class GroupByAncestor extends GroupBy {

    private static final int[] NOTHING = {NONE};

    private final Dimension dimension;
    private final GlobalOrdinals globalOrdinals;
    private final Function<String, List<String>> above;
    private final boolean[] keep;
    /** The ancestors of each value, found on first use. */
    private final int[][] memo;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int[] ofSegment;
    private SortedDocValues values;

    /**
     * Returns a grouping by the root of the event type.
     *
     * @param numbered an earlier grouping whose numbers are kept; null for none
     * @param keep whether each number, as assigned by {@code numbered}, has a row of its own; null if all have
     */
    public static GroupByAncestor rootTypes(GlobalOrdinals.All ordinals, DirectoryView names, GroupByAncestor numbered, boolean[] keep) {
        return new GroupByAncestor(Dimension.ROOT_TYPE, ordinals.of(Field.TYPE), type -> root(names, type), numbered, keep);
    }

    /**
     * Returns a grouping by the country of the place.
     *
     * @param numbered an earlier grouping whose numbers are kept; null for none
     * @param keep whether each number, as assigned by {@code numbered}, has a row of its own; null if all have
     */
    static GroupByAncestor countries(GlobalOrdinals.All ordinals, DirectoryView names, GroupByAncestor numbered, boolean[] keep) {
        return new GroupByAncestor(Dimension.COUNTRY, ordinals.of(Field.PLACE_OF),
                place -> names.above(ResourceKind.PLACE, place, TimeRange.ALWAYS).stream()
                        .filter(id -> names.entry(ResourceKind.PLACE, id).filter(DirectoryEntry::country).isPresent())
                        .toList(), numbered, keep);
    }

    private static List<String> root(DirectoryView names, String type) {
        String at = type;
        for (Optional<String> next = Optional.of(type); next.isPresent(); next = names
                .entry(ResourceKind.EVENT_TYPE, at).flatMap(directoryEntry -> directoryEntry.parents().stream().findFirst())
                .map(DirectoryEntry.Parent::id)) {
            at = next.get();
        }
        return List.of(at);
    }

    private GroupByAncestor(Dimension dimension, GlobalOrdinals globalOrdinals, Function<String, List<String>> above,
            GroupByAncestor numbered, boolean[] keep) {
        this.dimension = dimension;
        this.globalOrdinals = globalOrdinals;
        this.above = above;
        this.keep = keep;
        this.memo = new int[globalOrdinals.size()][];
        if (numbered != null) {
            ids.addAll(numbered.ids);
            numbers.putAll(numbered.numbers);
        }
    }

    @Override
    List<Dimension> dimensions() {
        return List.of(dimension);
    }

    @Override
    void enter(IndexView view, LeafReaderContext leaf) throws IOException {
        ofSegment = globalOrdinals.of(leaf.reader());
        values = DocValues.unwrapSingleton(DocValues.getSortedSet(leaf.reader(), globalOrdinals.field()));
    }

    @Override
    void read(int doc) throws IOException {
        for (int number : values.advanceExact(doc) ? above(ofSegment[values.ordValue()]) : NOTHING) {
            add(kept(keep, number));
        }
    }

    String field() {
        return globalOrdinals.field();
    }

    /** Returns the first ancestor of each value of a segment, in the order of the segment's ordinals. */
    int[] firstOfEach(LeafReader leaf) throws IOException {
        return Arrays.stream(globalOrdinals.of(leaf)).map(value -> above(value)[0]).toArray();
    }

    private int[] above(int value) {
        if (memo[value] == null) {
            int[] found = above.apply(globalOrdinals.value(value)).stream().mapToInt(this::number).toArray();
            memo[value] = found.length == 0 ? NOTHING : found;
        }
        return memo[value];
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, unknown -> {
            ids.add(id);
            return ids.size() - 1 + FIRST;
        });
    }

    /** Returns a fixed bound. An ancestor may be a value that no event has, so the number of ordinals is no bound. */
    @Override
    long bound() {
        return 1L << 20;
    }

    @Override
    Value value(Dimension of, long number) {
        return number < FIRST ? nothingOrOther(number) : new Of(ids.get((int) number - FIRST));
    }
}
