package org.casus.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.casus.query.Document;
import org.casus.query.Position;
import org.casus.query.Sort;

/** The orders of lists by their definitions: what is equal stands in the order of ids. */
final class PlainOrder implements Comparator<Document> {

    private final Sort sort;
    private final ToDoubleFunction<Document> score;
    private final Comparator<Document> comparator;

    PlainOrder(Sort sort, ToDoubleFunction<Document> score) {
        this.sort = sort;
        this.score = score;
        Comparator<Document> asked = comparing(sort);
        for (Optional<Sort> next = sort.then(); next.isPresent(); next = next.get().then()) {
            asked = asked.thenComparing(comparing(next.get()));
        }
        this.comparator = asked.thenComparing(Document::id);
    }

    private Comparator<Document> comparing(Sort by) {
        Comparator<Document> ascending = switch (by.key()) {
            case WHEN -> Comparator.comparingLong(state -> state.time().earliestMillis());
            case CHANGED -> Comparator.comparingLong(Document::revision);
            case FATALITIES -> Comparator.comparingLong(Document::fatalities);
            case NAME -> (one, other) -> Arrays.compareUnsigned(utf8(one.sortName()), utf8(other.sortName()));
            case RELEVANCE -> Comparator.comparingDouble(score)
                    .thenComparingLong(state -> state.time().earliestMillis());
        };
        return by.descending() ? ascending.reversed() : ascending;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compare(Document one, Document other) {
        return comparator.compare(one, other);
    }

    /** What a cursor holds: what the state is sorted by, and its key. */
    Position position(Document state) {
        List<String> values = new ArrayList<>();
        for (Optional<Sort> by = Optional.of(sort); by.isPresent(); by = by.get().then()) {
            values.addAll(values(state, by.get().key()));
        }
        values.add(state.kind().token() + "/" + state.id());
        return new Position(values);
    }

    private List<String> values(Document state, Sort.Key key) {
        return switch (key) {
            case WHEN -> List.of(Long.toString(state.time().earliestMillis()));
            case CHANGED -> List.of(Long.toString(state.revision()));
            case FATALITIES -> List.of(Long.toString(state.fatalities()));
            case NAME -> List.of(state.sortName());
            case RELEVANCE -> List.of(Float.toString((float) score.applyAsDouble(state)),
                    Long.toString(state.time().earliestMillis()));
        };
    }
}
