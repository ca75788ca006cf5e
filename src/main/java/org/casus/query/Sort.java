package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.casus.vocabulary.ResourceKind;

/**
 * The order of a list. What is equal in it stands in the order of ids.
 *
 * @param then the order of what is equal by the key
 */
public record Sort(Key key, boolean descending, Optional<Sort> then) {

    public Sort(Key key, boolean descending) {
        this(key, descending, Optional.empty());
    }

    /** What a list can be ordered by. */
    public enum Key {
        WHEN("when"), NAME("name"), CHANGED("changed"), FATALITIES("fatalities"), RELEVANCE("relevance");

        private final String word;

        Key(String word) {
            this.word = word;
        }
    }

    public static final Sort RELEVANCE = new Sort(Key.RELEVANCE, true);
    public static final Sort NEWEST = new Sort(Key.WHEN, true);
    private static final Sort OLDEST = new Sort(Key.WHEN, false);
    private static final Sort A_TO_Z = new Sort(Key.NAME, false);
    private static final Sort Z_TO_A = new Sort(Key.NAME, true);
    private static final Sort LATEST_CHANGE = new Sort(Key.CHANGED, true);
    private static final Sort FIRST_CHANGE = new Sort(Key.CHANGED, false);
    private static final Sort DEADLIEST = new Sort(Key.FATALITIES, true);
    private static final Sort LEAST_DEADLY = new Sort(Key.FATALITIES, false);

    /** The orders that a kind can be listed in; the first is the one it is listed in unless asked. */
    public static List<Sort> of(ResourceKind kind) {
        return switch (kind) {
            case EVENT -> List.of(NEWEST, OLDEST, RELEVANCE, DEADLIEST, LEAST_DEADLY, LATEST_CHANGE, FIRST_CHANGE);
            case STATEMENT, SOURCE -> List.of(NEWEST, OLDEST, RELEVANCE, LATEST_CHANGE, FIRST_CHANGE);
            default -> List.of(A_TO_Z, Z_TO_A, RELEVANCE, LATEST_CHANGE, FIRST_CHANGE);
        };
    }

    public static Optional<Sort> of(ResourceKind kind, String word) {
        return of(kind).stream().filter(sort -> sort.word().equals(word)).findFirst();
    }

    /** The order as a parameter says it: {@code -when} is newest first. Relevance has one direction. */
    public String word() {
        return (descending && key != Key.RELEVANCE ? "-" : "") + key.word + then.map(next -> "," + next.word()).orElse("");
    }
}
