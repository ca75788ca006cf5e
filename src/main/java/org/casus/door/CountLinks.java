package org.casus.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.http.Parameters;
import org.casus.http.Urls;
import org.casus.query.Bucket;
import org.casus.query.CountQuery;
import org.casus.query.Counts.Of;
import org.casus.query.Counts.Row;
import org.casus.query.Counts.Value;
import org.casus.query.Dimension;
import org.casus.query.FilterParser;
import org.casus.render.CountsAnswer;
import org.casus.vocabulary.ResourceKind;

/**
 * Links from rows to their events: the filters of the question and those that say what the row is of. A list behind
 * {@code events} has as many events as the row counts; where no filters find just these, there is no link.
 */
final class CountLinks implements CountsAnswer.RowLinks {

    private static final String CERTAIN = "certain";

    private final CountQuery query;
    private final Map<String, List<String>> given;
    private final List<Part> certain = new ArrayList<>();
    private final List<Part> possible = new ArrayList<>();
    private final String path;
    private Bucket bucket;
    private String from;
    private String to;

    /** A parameter, or two that belong together, as a row has it; nothing where it cannot be said. */
    private interface Part {
        String of(Row row);
    }

    /** @param given the filters of the question, and {@code asOf} where links carry it on */
    CountLinks(CountQuery query, Map<String, List<String>> given, String path) {
        this.query = query;
        this.given = given;
        this.path = path;
        TreeMap<String, Part> parts = new TreeMap<>();
        given.forEach((name, value) -> {
            String constant = Urls.parameter(name, value.get(0));
            parts.put(name, row -> constant);
        });
        List<Dimension> others = query.others();
        for (int i = 0; i < others.size(); i++) {
            int at = i;
            String filter = others.get(i).filter().orElseThrow();
            Function<Value, String> said = remembered(value -> saying(filter, ((Of) value).id()));
            parts.put(filter, row -> said.apply(row.values().get(at)));
            if (given.containsKey(filter)) {
                parts.remove(filter + ".all");
            }
        }
        if (query.time().isPresent()) {
            parts.put("from", row -> from);
            parts.put("to", row -> to);
            possible.addAll(parts.values());
            parts.put("dates", row -> "dates=" + CERTAIN);
        }
        certain.addAll(parts.values());
    }

    private static Function<Value, String> remembered(Function<Value, String> slow) {
        Map<Value, String> known = new HashMap<>();
        return value -> known.computeIfAbsent(value, slow);
    }

    /** The filter narrowed to one value; null where that cannot be said. */
    private String saying(String filter, String value) {
        List<String> asked = values(filter);
        String all = filter + ".all";
        List<String> askedAll = values(all);
        if (asked.isEmpty() || asked.contains(value)) {
            String one = said(filter, List.of(value));
            return asked.isEmpty() || askedAll.isEmpty() ? one : one + "&" + said(all, askedAll);
        }
        if (!FilterParser.namesFor(ResourceKind.EVENT).contains(all)) {
            return null;
        }
        Set<String> more = new TreeSet<>(askedAll);
        more.add(value);
        return said(filter, asked) + "&" + said(all, more);
    }

    private List<String> values(String filter) {
        return new Parameters(given, given.keySet()).list(filter);
    }

    private static String said(String filter, Collection<String> values) {
        return Urls.parameter(filter, values.stream().map(value -> value.replace(",", "\\,")).collect(Collectors.joining(",")));
    }

    @Override
    public Optional<String> events(Row row) {
        return link(row, certain);
    }

    @Override
    public Optional<String> possible(Row row) {
        boolean onlyCertain = List.of(CERTAIN).equals(given.get("dates"));
        return row.possible() == 0 || onlyCertain ? Optional.empty() : link(row, possible);
    }

    private Optional<String> link(Row row, List<Part> parts) {
        if (!row.values().stream().allMatch(Of.class::isInstance)) {
            return Optional.empty();
        }
        if (row.bucket() != null && !row.bucket().equals(bucket)) {
            bucket = row.bucket();
            bounds();
        }
        StringBuilder link = new StringBuilder(path);
        char separator = '?';
        for (Part part : parts) {
            String said = part.of(row);
            if (said == null) {
                return Optional.empty();
            }
            link.append(separator).append(said);
            separator = '&';
        }
        return Optional.of(link.toString());
    }

    /** The bucket, or what the window leaves of it. */
    private void bounds() {
        boolean day = bucket.unit() == Dimension.WEEK;
        LocalDate first = bucket.firstDay();
        LocalDate last = bucket.lastDay();
        from = bucket.firstMillis() < query.window().earliestMillis()
                ? Urls.parameter("from", given.get("from").get(0))
                : "from=" + (day ? first : bucket.text());
        to = bucket.lastMillis() > query.window().latestMillis()
                ? Urls.parameter("to", given.get("to").get(0))
                : "to=" + (day ? last : bucket.text());
    }
}
