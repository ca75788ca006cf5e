package org.casus.index.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.query.Position;
import org.casus.query.Sort;

/** The Lucene sort of each list order, and the cursor positions in it. Every order ends with the key, so it is total. */
public final class SortOrders {

    private static final SortField BY_KEY = new SortField(LuceneFields.KEY, SortField.Type.STRING);

    /** The index sort of events: newest first, so that reading a page costs no more than its length. */
    public static final org.apache.lucene.search.Sort OF_EVENTS = lucene(new Sort(Sort.Key.WHEN, true));

    private SortOrders() {
    }

    static org.apache.lucene.search.Sort lucene(Sort sort) {
        List<SortField> fields = new ArrayList<>();
        for (Optional<Sort> by = Optional.of(sort); by.isPresent(); by = by.get().then()) {
            fields.addAll(fields(by.get()));
        }
        fields.add(BY_KEY);
        return new org.apache.lucene.search.Sort(fields.toArray(SortField[]::new));
    }

    private static List<SortField> fields(Sort sort) {
        return switch (sort.key()) {
            case WHEN -> List.of(number(LuceneFields.EARLIEST, sort));
            case CHANGED -> List.of(number(LuceneFields.BEGAN, sort));
            case FATALITIES -> List.of(number(LuceneFields.FATALITIES, sort));
            case NAME -> List.of(new SortField(LuceneFields.NAME, SortField.Type.STRING, sort.descending()));
            case ID -> List.of(new SortField(LuceneFields.KEY, SortField.Type.STRING, sort.descending()));
            case LATEST -> List.of(number(LuceneFields.LATEST, sort));
            case UPDATED_AT -> List.of(number(LuceneFields.UPDATED_MICROS, sort));
            case FATALITIES_LOW, FATALITIES_HIGH -> List.of(estimate(LuceneFields.number(sort.key().property()), sort));
            case RELEVANCE -> List.of(SortField.FIELD_SCORE, new SortField(LuceneFields.EARLIEST, SortField.Type.LONG, true));
            default -> List.of(new SortField(LuceneFields.sorted(sort.key().property()), SortField.Type.STRING, sort.descending()));
        };
    }

    /** Returns the sort field of an estimate. An unknown estimate sorts below every number. */
    private static SortField estimate(String field, Sort sort) {
        SortField estimate = number(field, sort);
        estimate.setMissingValue(-1L);
        return estimate;
    }

    private static SortField number(String field, Sort sort) {
        return new SortField(field, SortField.Type.LONG, sort.descending());
    }

    static Position positionOf(FieldDoc doc) {
        List<String> values = new ArrayList<>();
        for (Object value : doc.fields) {
            values.add(value == null ? "" : value instanceof BytesRef bytes ? bytes.utf8ToString() : value.toString());
        }
        return new Position(values);
    }

    static FieldDoc after(Position position, org.apache.lucene.search.Sort sort) {
        SortField[] fields = sort.getSort();
        if (position.values().size() != fields.length) {
            throw unreadable();
        }
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(fields[i], position.values().get(i));
        }
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    }

    /** Returns the start time, in milliseconds, of the event at a position in the order of time. */
    static long moment(Position position) {
        if (position.values().size() != 2) {
            throw unreadable();
        }
        return (Long) value(OF_EVENTS.getSort()[0], position.values().get(0));
    }

    private static Object value(SortField field, String text) {
        try {
            return switch (field.getType()) {
                case LONG -> Long.valueOf(text);
                case SCORE -> Float.valueOf(text);
                // a missing text is null in Lucene; a name always exists, although folding may leave it empty
                default -> text.isEmpty() && !field.getField().equals(LuceneFields.NAME) ? null : new BytesRef(text);
            };
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.parameter("cursor", ErrorCode.CURSOR, "this cursor is damaged; start without it");
    }
}
