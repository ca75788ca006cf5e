package org.casus.index.lucene.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.http.Limits;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.TimeBucket;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Counts.Deaths;
import org.casus.readmodel.Counts.Row;
import org.casus.readmodel.Counts.Value;

/** Builds the rows of a result from aggregated counts. */
final class CountRowBuilder {

    private static final Deaths NONE = new Deaths(0, 0, 0);

    private final CountQuery query;
    private final List<GroupBy> axes;
    private final CountCollector countCollector;
    private final Aggregation aggregation;
    private final Dimension unit;
    private final List<Row> rows = new ArrayList<>();
    private int first;
    private int last;

    CountRowBuilder(CountQuery query, List<GroupBy> axes, CountCollector countCollector) {
        this.query = query;
        this.axes = axes;
        this.countCollector = countCollector;
        this.aggregation = countCollector.tally();
        this.unit = query.time().orElse(null);
    }

    List<Row> rows() {
        long[] keys = aggregation.sorted();
        if (unit == null) {
            for (long key : keys) {
                add(new Row(null, values(key), aggregation.counted(key), 0, deaths(key)));
            }
            rows.sort(Counts.ORDER);
        } else if (countCollector.anyTime()) {
            first = countCollector.first();
            last = countCollector.last();
            sweepAll(keys);
        }
        return rows;
    }

    /**
     * The range of keys that share one combination of values. It has one key for each time at which an event begins,
     * takes place or ends.
     */
    private record Run(int from, int to, List<Value> values) {
    }

    private void sweepAll(long[] keys) {
        if (keys.length == 0 && axes.isEmpty()) {
            fill(first, last, 0, List.of());
        }
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < keys.length) {
            long combination = keys[from] / CountCollector.TIMES;
            int to = from;
            while (to < keys.length && keys[to] / CountCollector.TIMES == combination) {
                to++;
            }
            runs.add(new Run(from, to, values(combination)));
            from = to;
        }
        // the sort below is stable: rows with equal time and count keep this order
        runs.sort(Comparator.comparing(Run::values, Counts.BY_VALUES));
        runs.forEach(run -> sweep(keys, run.from, run.to, run.values));
        rows.sort(Counts.BY_TIME_AND_COUNT);
    }

    /** Adds the rows of one combination of values, from the first bucket to the last. */
    private void sweep(long[] keys, int from, int to, List<Value> values) {
        int possible = 0;
        int next = first;
        for (int i = from; i < to; i++) {
            int time = (int) (keys[i] % CountCollector.TIMES);
            int number = time - CountCollector.SHIFT;
            if (time != CountCollector.NO_BEGINNING) {
                fill(next, Math.min(number - 1, last), possible, values);
                next = number + 1;
            }
            possible += aggregation.risen(keys[i]);
            if (time != CountCollector.NO_BEGINNING && number <= last) {
                emit(number, values, aggregation.counted(keys[i]), possible, deaths(keys[i]));
            }
        }
        fill(next, last, possible, values);
    }

    private void fill(int from, int to, int possible, List<Value> values) {
        if (possible > 0 || query.empty()) {
            for (int number = from; number <= to; number++) {
                emit(number, values, 0, possible, NONE);
            }
        }
    }

    private void emit(int number, List<Value> values, int count, int possible, Deaths deaths) {
        if (count > 0 || possible > 0 || query.empty()) {
            add(new Row(new TimeBucket(unit, number), values, count, possible, deaths));
        }
    }

    private void add(Row row) {
        if (rows.size() == Limits.ROWS) {
            throw query.tooMany();
        }
        rows.add(row);
    }

    private Deaths deaths(long key) {
        return new Deaths(aggregation.low(key), aggregation.best(key), aggregation.high(key));
    }

    /** Returns the values that the numbers in a key represent, in the requested order. */
    private List<Value> values(long key) {
        List<Dimension> others = query.others();
        Value[] values = new Value[others.size()];
        long rest = key;
        for (int i = axes.size() - 1; i >= 0; i--) {
            GroupBy groupBy = axes.get(i);
            long number = rest % groupBy.bound();
            rest /= groupBy.bound();
            groupBy.dimensions().forEach(by -> values[others.indexOf(by)] = groupBy.value(by, number));
        }
        return List.of(values);
    }
}
