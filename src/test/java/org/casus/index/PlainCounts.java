package org.casus.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.casus.http.Limits;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.Filter;
import org.casus.query.TimeBucket;
import org.casus.query.field.Field;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Counts.Deaths;
import org.casus.readmodel.Counts.None;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Other;
import org.casus.readmodel.Counts.Row;
import org.casus.readmodel.Counts.Value;
import org.casus.readmodel.Document;
import org.casus.readmodel.Document.Participation;
import org.casus.readmodel.Document.Tie;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.readmodel.names.DirectoryView;

/** Counts by their definition: every event is held against every row. */
final class PlainCounts {

    private final CountQuery query;
    private final List<Document> events;
    private final BiPredicate<Document, List<Filter>> meets;
    private final DirectoryView names;

    PlainCounts(CountQuery query, List<Document> all, BiPredicate<Document, List<Filter>> meets, DirectoryView names) {
        this.query = query;
        this.meets = meets;
        this.names = names;
        this.events = all.stream().filter(event -> meets.test(event, query.filters())).toList();
    }

    Counts answer() {
        Map<Dimension, Set<Value>> shown = new LinkedHashMap<>();
        List<Counts.Merged> merged = new ArrayList<>();
        for (Dimension by : query.others()) {
            Map<Value, Long> ranks = events.stream()
                    .flatMap(event -> combinations(event, List.of(by)).stream())
                    .map(combination -> combination.get(0))
                    .filter(Of.class::isInstance)
                    .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
            Set<Value> first = ranks.keySet().stream()
                    .sorted((one, other) -> ranks.get(one).equals(ranks.get(other))
                            ? ((Of) one).id().compareTo(((Of) other).id())
                            : Long.compare(ranks.get(other), ranks.get(one)))
                    .limit(query.limit()).collect(Collectors.toSet());
            shown.put(by, first);
            if (ranks.size() > first.size()) {
                merged.add(new Counts.Merged(by, ranks.size() - first.size()));
            }
        }
        Map<List<Value>, List<Document>> byValues = new LinkedHashMap<>();
        for (Document event : events) {
            Set<List<Value>> distinct = new LinkedHashSet<>();
            combinations(event, query.others()).forEach(combination -> distinct.add(merged(combination, shown)));
            distinct.forEach(values -> byValues.computeIfAbsent(values, v -> new ArrayList<>()).add(event));
        }
        if (query.others().isEmpty()) {
            byValues.putIfAbsent(List.of(), List.of());
        }
        List<Row> rows = new ArrayList<>();
        byValues.forEach((values, of) -> rows.addAll(rows(values, of)));
        if (rows.size() > Limits.ROWS) {
            throw query.tooMany();
        }
        return new Counts(rows.stream().sorted(Counts.ORDER).toList(), merged, events.size(), names);
    }

    private List<Value> merged(List<Value> combination, Map<Dimension, Set<Value>> shown) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < combination.size(); i++) {
            Value value = combination.get(i);
            boolean kept = value instanceof None || shown.get(query.others().get(i)).contains(value);
            values.add(kept ? value : new Other());
        }
        return values;
    }

    private List<Row> rows(List<Value> values, List<Document> of) {
        if (query.time().isEmpty()) {
            return List.of(new Row(null, values, of.size(), 0, deaths(of)));
        }
        List<Row> rows = new ArrayList<>();
        for (TimeBucket bucket : buckets()) {
            TimeRange time = new TimeRange(Instant.ofEpochMilli(bucket.firstMillis()), Instant.ofEpochMilli(bucket.lastMillis()))
                    .intersect(query.window()).orElseThrow();
            List<Document> certain = of.stream().filter(event -> event.time().within(time)).toList();
            long possible = of.stream().filter(event -> event.time().overlaps(time)).count() - certain.size();
            if (!certain.isEmpty() || possible > 0 || query.empty()) {
                rows.add(new Row(bucket, values, certain.size(), possible, deaths(certain)));
            }
        }
        return rows;
    }

    /** From the window's beginning to its end, where it has them; else from the first bound known to the last. */
    private List<TimeBucket> buckets() {
        List<Long> known = events.stream()
                .flatMap(event -> Stream.of(event.time().earliest(), event.time().latest()))
                .filter(bound -> bound != null).map(Instant::toEpochMilli).sorted().toList();
        Long from = query.window().earliest() == null ? null : query.window().earliestMillis();
        Long to = query.window().latest() == null ? null : query.window().latestMillis();
        if (from == null && to == null && known.isEmpty()) {
            return List.of();
        }
        long last = to != null ? to : known.isEmpty() ? from
                : Math.max(known.get(known.size() - 1), from == null ? Long.MIN_VALUE : from);
        long first = from != null ? from : known.isEmpty() ? last : Math.min(known.get(0), last);
        Dimension unit = query.time().orElseThrow();
        return LongStream.rangeClosed(TimeBucket.holding(unit, first).index(), TimeBucket.holding(unit, last).index())
                .mapToObj(index -> new TimeBucket(unit, (int) index)).toList();
    }

    private static Deaths deaths(List<Document> events) {
        return new Deaths(
                events.stream().map(event -> event.deaths().low()).filter(n -> n != null).mapToLong(n -> n).sum(),
                events.stream().map(event -> event.deaths().best()).filter(n -> n != null).mapToLong(n -> n).sum(),
                events.stream().map(event -> event.deaths().high()).filter(n -> n != null).mapToLong(n -> n).sum());
    }

    /** Every combination of what an event has in the dimensions; actor and role belong together. */
    private List<List<Value>> combinations(Document event, List<Dimension> dimensions) {
        List<Map<Dimension, Value>> combinations = List.of(new TreeMap<>());
        boolean parts = false;
        for (Dimension by : dimensions) {
            boolean part = by == Dimension.ACTOR_IN || by == Dimension.ROLE;
            if (!part || !parts) {
                List<Map<Dimension, Value>> grown = new ArrayList<>();
                for (Map<Dimension, Value> begun : combinations) {
                    for (Map<Dimension, Value> more : part ? participations(event) : single(by, event)) {
                        Map<Dimension, Value> both = new TreeMap<>(begun);
                        both.putAll(more);
                        grown.add(both);
                    }
                }
                combinations = grown;
            }
            parts |= part;
        }
        return combinations.stream().map(combination -> dimensions.stream().map(combination::get).toList())
                .distinct().toList();
    }

    private List<Map<Dimension, Value>> participations(Document event) {
        if (event.participations().isEmpty()) {
            return List.of(Map.of(Dimension.ACTOR_IN, new None(), Dimension.ROLE, new None()));
        }
        return event.participations().stream().filter(part -> counts(event, part))
                .<Map<Dimension, Value>>map(part -> Map.of(Dimension.ACTOR_IN, new Of(part.actor()),
                        Dimension.ROLE, new Of(EnumNames.wordOf(part.role()))))
                .toList();
    }

    private boolean counts(Document event, Participation part) {
        return query.roles().contains(part.role())
                && (!query.inRole().containsKey(part.role()) || meets.test(event, query.inRole().get(part.role())));
    }

    private List<Map<Dimension, Value>> single(Dimension by, Document event) {
        List<String> ids = switch (by) {
            case TYPE -> tied(event, Field.TYPE);
            case PLACE -> tied(event, Field.PLACE_OF);
            case DATASET_OF -> tied(event, Field.DATASET_OF);
            case ROOT_TYPE -> tied(event, Field.TYPE).stream()
                    .flatMap(type -> names.above(ResourceKind.EVENT_TYPE, type, TimeRange.ALWAYS).stream())
                    .filter(type -> names.entry(ResourceKind.EVENT_TYPE, type).orElseThrow().parents().isEmpty()).toList();
            case COUNTRY -> tied(event, Field.PLACE_OF).stream()
                    .flatMap(place -> names.above(ResourceKind.PLACE, place, TimeRange.ALWAYS).stream())
                    .filter(place -> names.entry(ResourceKind.PLACE, place).map(DirectoryEntry::country).orElse(false)).toList();
            case PUBLISHER -> event.tokens().stream().filter(token -> token.field().parameter().equals("publisher"))
                    .map(Document.Token::word).distinct().toList();
            default -> throw new IllegalArgumentException(by.word());
        };
        return ids.isEmpty()
                ? List.of(Map.of(by, new None()))
                : ids.stream().<Map<Dimension, Value>>map(id -> Map.of(by, new Of(id))).toList();
    }

    private static List<String> tied(Document event, Field field) {
        return event.ties().stream().filter(tie -> tie.field() == field).map(Tie::id).toList();
    }
}
