package org.casus.rest;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.model.ResourceKind;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.FilterParser;
import org.casus.query.TimeBucket;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Row;
import org.casus.readmodel.Counts.Value;
import org.casus.render.CountsWriter;
import org.casus.render.OutputBuffer;

/**
 * Creates the links from rows to their events: the filters of the query together with those for the values of the row. The
 * list behind {@code events} has as many events as the row counts; if no filters find exactly these, there is no link.
 */
final class CountRowLinks implements CountsWriter.RowLinks {

    private static final String DATES = "dates";
    private static final String CERTAIN = "certain";

    private static final String FROM = "from";
    private static final String TO = "to";

    private final CountQuery query;
    private final Map<String, List<String>> given;
    private final TreeMap<String, String> asGiven = new TreeMap<>();
    private final boolean onlyCertain;
    private final String path;
    /** Cached by the identity of the value lists, which rows share. */
    private final Map<List<Value>, Optional<Said>> known = new IdentityHashMap<>();
    private final Map<Narrowing, Optional<String>> sayings = new HashMap<>();
    private TimeBucket bucket;
    private byte[] from;
    private byte[] to;

    /**
     * The common parts of the links of rows with the same values: the text before the start of the time, in links to
     * certain and to possible events, the text between start and end, and the text after the end.
     */
    private record Said(byte[] certain, byte[] possible, byte[] between, byte[] after) {
    }

    private record Narrowing(String filter, String value) {
    }

    /** @param given the filters of the query, and {@code asOf} if links carry it */
    CountRowLinks(CountQuery query, Map<String, List<String>> given, String path) {
        this.query = query;
        this.given = given;
        this.onlyCertain = List.of(CERTAIN).equals(given.get(DATES));
        this.path = path;
        given.forEach((name, value) -> asGiven.put(name, Urls.parameter(name, value.get(0))));
    }

    @Override
    public boolean events(Row row, OutputBuffer out) {
        return link(row, Said::certain, out);
    }

    @Override
    public boolean possible(Row row, OutputBuffer out) {
        return row.possible() > 0 && !onlyCertain && link(row, Said::possible, out);
    }

    private boolean link(Row row, Function<Said, byte[]> start, OutputBuffer out) {
        Optional<Said> said = known.computeIfAbsent(row.values(), this::said);
        if (said.isEmpty()) {
            return false;
        }
        out.writeAll(start.apply(said.get()));
        if (row.bucket() != null) {
            note(row.bucket());
            out.writeAll(from);
            out.writeAll(said.get().between);
            out.writeAll(to);
            out.writeAll(said.get().after);
        }
        return true;
    }

    private Optional<Said> said(List<Value> values) {
        TreeMap<String, String> parameters = new TreeMap<>(asGiven);
        for (int i = 0; i < values.size(); i++) {
            String filter = query.others().get(i).filter().orElseThrow();
            Optional<String> one = values.get(i) instanceof Of of
                    ? sayings.computeIfAbsent(new Narrowing(filter, of.id()), this::saying)
                    : Optional.empty();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (given.containsKey(filter)) {
                parameters.remove(filter + ".all");
            }
            parameters.put(filter, one.get());
        }
        if (query.time().isEmpty()) {
            byte[] all = ascii(parameters.isEmpty() ? path : path + "?" + String.join("&", parameters.values()));
            return Optional.of(new Said(all, all, null, null));
        }
        parameters.keySet().removeAll(List.of(FROM, TO));
        byte[] possible = start(parameters);
        parameters.put(DATES, DATES + "=" + CERTAIN);
        return Optional.of(new Said(start(parameters), possible,
                ascii(further(parameters.subMap(FROM, TO)) + "&"), ascii(further(parameters.tailMap(TO)))));
    }

    private byte[] start(SortedMap<String, String> parameters) {
        return ascii(path + "?" + parameters.headMap(FROM).values().stream().map(one -> one + "&").collect(joining()));
    }

    private static String further(SortedMap<String, String> parameters) {
        return parameters.values().stream().map(one -> "&" + one).collect(joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the parameters of a filter narrowed to one value; empty if no parameters express that. */
    private Optional<String> saying(Narrowing to) {
        String filter = to.filter;
        String value = to.value;
        List<String> asked = values(filter);
        String all = filter + ".all";
        List<String> askedAll = values(all);
        if (asked.isEmpty() || asked.contains(value)) {
            String one = said(filter, List.of(value));
            return Optional.of(asked.isEmpty() || askedAll.isEmpty() ? one : one + "&" + said(all, askedAll));
        }
        if (!FilterParser.namesFor(ResourceKind.EVENT).contains(all)) {
            return Optional.empty();
        }
        Set<String> more = new TreeSet<>(askedAll);
        more.add(value);
        return Optional.of(said(filter, asked) + "&" + said(all, more));
    }

    private List<String> values(String filter) {
        return new QueryParameters(given, given.keySet()).list(filter);
    }

    private static String said(String filter, Collection<String> values) {
        return Urls.parameter(filter, values.stream().map(value -> value.replace(",", "\\,")).collect(joining(",")));
    }

    /** Sets the bounds of the part of a bucket inside the window. Rows come in the order of time, so only the last is cached. */
    private void note(TimeBucket of) {
        if (of.equals(bucket)) {
            return;
        }
        bucket = of;
        boolean day = of.unit() == Dimension.WEEK;
        from = ascii(of.firstMillis() < query.window().earliestMillis()
                ? Urls.parameter(FROM, given.get(FROM).get(0))
                : FROM + "=" + (day ? of.firstDay() : of.text()));
        to = ascii(of.lastMillis() > query.window().latestMillis()
                ? Urls.parameter(TO, given.get(TO).get(0))
                : TO + "=" + (day ? of.lastDay() : of.text()));
    }
}
