package org.casus.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.casus.query.Position;
import org.casus.query.Sort;
import org.casus.readmodel.Document;

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
            case ID -> Comparator.comparing(Document::id);
            case LATEST -> Comparator.comparingLong(state -> state.time().latestMillis());
            case UPDATED_AT -> Comparator.comparing(Document::recorded);
            case FATALITIES_LOW -> Comparator.comparingInt(state -> known(state.deaths().low()));
            case FATALITIES_HIGH -> Comparator.comparingInt(state -> known(state.deaths().high()));
            case NAME -> byText(Document::sortName);
            case RELEVANCE -> Comparator.comparingDouble(score)
                    .thenComparingLong(state -> state.time().earliestMillis());
            default -> byText(state -> text(state, by.key()));
        };
        return by.descending() ? ascending.reversed() : ascending;
    }

    /** Folds the text of each state once, however often it is compared. */
    private static Comparator<Document> byText(Function<Document, String> text) {
        Map<Document, byte[]> folded = new IdentityHashMap<>();
        Function<Document, byte[]> key = state -> folded.computeIfAbsent(state, one -> utf8(text.apply(one)));
        return (one, other) -> Arrays.compareUnsigned(key.apply(one), key.apply(other));
    }

    private static int known(Integer estimate) {
        return estimate == null ? -1 : estimate;
    }

    private static String text(Document state, Sort.Key key) {
        return state.sortText(key.property()).orElse("");
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
            case ID -> List.of(state.kind().token() + "/" + state.id());
            case LATEST -> List.of(Long.toString(state.time().latestMillis()));
            case UPDATED_AT -> List.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, state.recorded())));
            case FATALITIES_LOW -> List.of(Integer.toString(known(state.deaths().low())));
            case FATALITIES_HIGH -> List.of(Integer.toString(known(state.deaths().high())));
            case RELEVANCE -> List.of(Float.toString((float) score.applyAsDouble(state)),
                    Long.toString(state.time().earliestMillis()));
            default -> List.of(text(state, key));
        };
    }
}
