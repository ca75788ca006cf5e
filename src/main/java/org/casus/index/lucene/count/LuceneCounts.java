package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.http.Limits;
import org.casus.index.lucene.query.Look;
import org.casus.index.lucene.query.Selection;
import org.casus.index.lucene.query.Selector;
import org.casus.index.lucene.query.Vantage;
import org.casus.index.lucene.segment.LuceneNames;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.field.Field;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Counts.Merged;

/**
 * Counts what a query finds: once where every value is shown by itself; where there may be more values of a
 * dimension than asked for, once before to see which count most.
 */
public final class LuceneCounts {

    private final CountQuery query;
    private final Look look;
    private final Ordinals.All ordinals;
    private final Selector selector;

    /** Creates the counts of one query. */
    public LuceneCounts(CountQuery query, Look look, Ordinals.All ordinals, Selector selector) {
        this.query = query;
        this.look = look;
        this.ordinals = ordinals;
        this.selector = selector;
    }

    /** Runs the query and returns its counts. */
    public Counts answer() throws IOException {
        for (Dimension by : query.others()) {
            ordinalsOf(by).learn(look);
        }
        Map<Dimension, boolean[]> keep = new EnumMap<>(Dimension.class);
        Map<Dimension, Axis> ranked = new EnumMap<>(Dimension.class);
        List<Merged> merged = new ArrayList<>();
        for (Dimension by : query.others()) {
            Axis axis = axis(List.of(by), Map.of(), null);
            if (mayHaveMore(by)) {
                Ranking ranking = Ranking.of(run(List.of(axis), null, Integer.MAX_VALUE).tally(), axis, query.limit());
                keep.put(by, ranking.keep());
                ranked.put(by, axis);
                if (ranking.merged() > 0) {
                    merged.add(new Merged(by, ranking.merged()));
                }
            }
        }
        List<Axis> axes = axes(keep, ranked);
        // beside each row may stand the end of what was possible, and what has no beginning
        Counter counter = run(axes, query.time().orElse(null), 3 * Limits.ROWS);
        return new Counts(new CountRows(query, axes, counter).rows(), merged, counter.total(), look.names());
    }

    private boolean mayHaveMore(Dimension by) {
        return by == Dimension.ROLE ? query.limit() < Role.values().length : ordinalsOf(by).size() > query.limit()
                || by == Dimension.COUNTRY && query.limit() < Limits.VALUES_COUNTED;
    }

    private Counter run(List<Axis> axes, Dimension unit, int mostKeys) throws IOException {
        Counter counter = new Counter(query, axes, unit, mostKeys);
        selector.each(query.filters(), counter);
        return counter;
    }

    private List<Axis> axes(Map<Dimension, boolean[]> keep, Map<Dimension, Axis> ranked) {
        List<Axis> axes = new ArrayList<>();
        List<Dimension> parts = query.others().stream().filter(LuceneCounts::isPart).toList();
        if (!parts.isEmpty()) {
            axes.add(axis(parts, keep, null));
        }
        query.others().stream().filter(by -> !isPart(by))
                .forEach(by -> axes.add(axis(List.of(by), keep, ranked.get(by))));
        return axes;
    }

    private static boolean isPart(Dimension by) {
        return by == Dimension.ACTOR_IN || by == Dimension.ROLE;
    }

    private Axis axis(List<Dimension> dimensions, Map<Dimension, boolean[]> keep, Axis ranked) {
        Dimension by = dimensions.get(0);
        return switch (by) {
            case ACTOR_IN, ROLE -> new PartAxis(dimensions, ordinals.parts(), keep, query.roles(), this::inRole);
            case ROOT_TYPE -> AboveAxis.rootTypes(ordinals, look.names(), (AboveAxis) ranked, keep.get(by));
            case COUNTRY -> AboveAxis.countries(ordinals, look.names(), (AboveAxis) ranked, keep.get(by));
            default -> new ValueAxis(by, ordinalsOf(by), keep.get(by));
        };
    }

    private Ordinals ordinalsOf(Dimension by) {
        return switch (by) {
            case TYPE, ROOT_TYPE -> ordinals.of(Field.TYPE);
            case PLACE, COUNTRY -> ordinals.of(Field.PLACE_OF);
            case DATASET_OF -> ordinals.of(Field.DATASET_OF);
            case ACTOR_IN, ROLE -> ordinals.parts();
            case PUBLISHER -> ordinals.of(LuceneNames.PUBLISHER);
            default -> throw new IllegalArgumentException(by + " is time");
        };
    }

    private Map<Role, Selection> inRole(Vantage vantage) {
        Map<Role, Selection> conditions = new EnumMap<>(Role.class);
        query.inRole().forEach((role, filters) ->
                conditions.put(role, selector.select(vantage, ResourceKind.EVENT, filters)));
        return conditions;
    }

    /** The values that count most. */
    private record Ranking(boolean[] keep, long merged) {

        static Ranking of(Tally tally, Axis axis, int limit) {
            long[] values = Arrays.stream(tally.sorted()).filter(number -> number >= Axis.FIRST).toArray();
            boolean[] keep = new boolean[(int) Arrays.stream(values).max().orElse(0) + 1];
            Dimension by = axis.dimensions().get(0);
            Arrays.stream(values).boxed()
                    .sorted((one, other) -> {
                        int byCount = Integer.compare(tally.counted(other), tally.counted(one));
                        return byCount != 0 ? byCount : Counts.compare(axis.value(by, one), axis.value(by, other));
                    })
                    .limit(limit)
                    .forEach(number -> keep[number.intValue()] = true);
            return new Ranking(keep, Math.max(0, values.length - limit));
        }
    }
}
