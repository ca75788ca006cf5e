package org.casus.index.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A table of sums holds what a map would, however far it grows. */
class AggregationTest {

    @Test
    void sums_are_those_that_a_map_would_hold() {
        Random random = new Random(7);
        Aggregation aggregation = new Aggregation();
        Map<Long, Integer> counts = new HashMap<>();
        Map<Long, Integer> rises = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            long key = random.nextInt(30_000) * 4_194_304L + random.nextInt(3);
            if (random.nextBoolean()) {
                aggregation.count(key, 1, 2, 3);
                counts.merge(key, 1, Integer::sum);
            } else {
                aggregation.rise(key, 2);
                rises.merge(key, 2, Integer::sum);
            }
        }
        long[] keys = aggregation.sorted();
        assertThat(keys).hasSize(aggregation.size()).isSorted().doesNotHaveDuplicates();
        for (long key : keys) {
            assertThat(aggregation.counted(key)).isEqualTo(counts.getOrDefault(key, 0));
            assertThat(aggregation.best(key)).isEqualTo(2L * aggregation.counted(key));
            assertThat(aggregation.risen(key)).isEqualTo(rises.getOrDefault(key, 0));
        }
    }
}
