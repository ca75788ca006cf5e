package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.http.Limits;
import org.casus.index.lucene.query.IndexView;
import org.casus.index.lucene.query.Matcher;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.field.Field;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Counts.Merged;

/**
 * Counts the events that match a query. One pass is enough if every value has its own row. For each dimension that may
 * have more values than requested, an earlier pass finds the values with the highest counts.
 */
public final class LuceneCounts {

    private final CountQuery query;
    private final QueryContext context;
    private final GlobalOrdinals.All ordinals;
    private final Matcher matcher;

    /** Creates the counts of one query. */
    public LuceneCounts(CountQuery query, QueryContext context, GlobalOrdinals.All ordinals, Matcher matcher) {
        this.query = query;
        this.context = context;
        this.ordinals = ordinals;
        this.matcher = matcher;
    }

    /** Runs the query and returns its counts. */
    public Counts answer() throws IOException {
        for (Dimension by : query.others()) {
            ordinalsOf(by).learn(context);
        }
        Map<Dimension, boolean[]> keep = new EnumMap<>(Dimension.class);
        Map<Dimension, GroupBy> ranked = new EnumMap<>(Dimension.class);
        List<Merged> merged = new ArrayList<>();
        for (Dimension by : query.others()) {
            GroupBy groupBy = axis(List.of(by), Map.of(), null);
            if (mayHaveMore(by)) {
                Ranking ranking = Ranking.of(run(List.of(groupBy), null, Integer.MAX_VALUE).tally(), groupBy, query.limit());
                keep.put(by, ranking.keep());
                ranked.put(by, groupBy);
                if (ranking.merged() > 0) {
                    merged.add(new Merged(by, ranking.merged()));
                }
            }
        }
        List<GroupBy> axes = axes(keep, ranked);
        // each row may need two more keys: the end of a possible range, and events without a beginning
        CountCollector countCollector = run(axes, query.time().orElse(null), 3 * Limits.ROWS);
        return new Counts(new CountRowBuilder(query, axes, countCollector).rows(), merged, countCollector.total(), context.names());
    }

    private boolean mayHaveMore(Dimension by) {
        return by == Dimension.ROLE ? query.limit() < Role.values().length : ordinalsOf(by).size() > query.limit()
                || by == Dimension.COUNTRY && query.limit() < Limits.VALUES_COUNTED;
    }

    private CountCollector run(List<GroupBy> axes, Dimension unit, int mostKeys) throws IOException {
        CountCollector countCollector = new CountCollector(query, axes, unit, mostKeys);
        matcher.each(query.filters(), countCollector);
        return countCollector;
    }

    private List<GroupBy> axes(Map<Dimension, boolean[]> keep, Map<Dimension, GroupBy> ranked) {
        List<GroupBy> axes = new ArrayList<>();
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

    private GroupBy axis(List<Dimension> dimensions, Map<Dimension, boolean[]> keep, GroupBy ranked) {
        Dimension by = dimensions.get(0);
        return switch (by) {
            case ACTOR_IN, ROLE -> new GroupByParticipant(dimensions, ordinals.parts(), keep, query.roles(), this::inRole);
            case ROOT_TYPE -> GroupByAncestor.rootTypes(ordinals, context.names(), (GroupByAncestor) ranked, keep.get(by));
            case COUNTRY -> GroupByAncestor.countries(ordinals, context.names(), (GroupByAncestor) ranked, keep.get(by));
            default -> new GroupByValue(by, ordinalsOf(by), keep.get(by));
        };
    }

    private GlobalOrdinals ordinalsOf(Dimension by) {
        return switch (by) {
            case TYPE, ROOT_TYPE -> ordinals.of(Field.TYPE);
            case PLACE, COUNTRY -> ordinals.of(Field.PLACE_OF);
            case DATASET_OF -> ordinals.of(Field.DATASET_OF);
            case ACTOR_IN, ROLE -> ordinals.parts();
            case PUBLISHER -> ordinals.of(LuceneFields.PUBLISHER);
            default -> throw new IllegalArgumentException(by + " is time");
        };
    }

    private Map<Role, Matches> inRole(IndexView view) {
        Map<Role, Matches> conditions = new EnumMap<>(Role.class);
        query.inRole().forEach((role, filters) ->
                conditions.put(role, matcher.select(view, ResourceKind.EVENT, filters)));
        return conditions;
    }

    /** The values with the highest counts, and the number of the remaining values, which share rows. */
    private record Ranking(boolean[] keep, long merged) {

        static Ranking of(Aggregation aggregation, GroupBy groupBy, int limit) {
            long[] values = Arrays.stream(aggregation.sorted()).filter(number -> number >= GroupBy.FIRST).toArray();
            boolean[] keep = new boolean[(int) Arrays.stream(values).max().orElse(0) + 1];
            Dimension by = groupBy.dimensions().get(0);
            Arrays.stream(values).boxed()
                    .sorted((one, other) -> {
                        int byCount = Integer.compare(aggregation.counted(other), aggregation.counted(one));
                        return byCount != 0 ? byCount : Counts.compare(groupBy.value(by, one), groupBy.value(by, other));
                    })
                    .limit(limit)
                    .forEach(number -> keep[number.intValue()] = true);
            return new Ranking(keep, Math.max(0, values.length - limit));
        }
    }
}
