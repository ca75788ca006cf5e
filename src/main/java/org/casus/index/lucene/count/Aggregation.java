package org.casus.index.lucene.count;

import java.util.Arrays;

/** Sums by key, in a table that grows: what events of one key there are, and how many begin or end to be possible. */
final class Aggregation {

    private static final int FIRST_SIZE = 1 << 8;

    private long[] keys = new long[FIRST_SIZE];
    private int[] slots = new int[FIRST_SIZE];
    private int size;
    private long[] ofSlot = new long[FIRST_SIZE / 2];
    private int[] counts = new int[FIRST_SIZE / 2];
    /** How many more are possible from this key on than before it. */
    private int[] rises = new int[FIRST_SIZE / 2];
    private long[] low = new long[FIRST_SIZE / 2];
    private long[] best = new long[FIRST_SIZE / 2];
    private long[] high = new long[FIRST_SIZE / 2];

    int size() {
        return size;
    }

    void count(long key, long itsLow, long itsBest, long itsHigh) {
        int slot = slot(key);
        counts[slot]++;
        low[slot] += itsLow;
        best[slot] += itsBest;
        high[slot] += itsHigh;
    }

    void rise(long key, int by) {
        // the table may grow meanwhile
        int slot = slot(key);
        rises[slot] += by;
    }

    /** The place of a key, which is one more than it stands for in {@code slots}: 0 is free. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int at = hash(key) & mask;
        while (slots[at] != 0) {
            if (keys[at] == key) {
                return slots[at] - 1;
            }
            at = at + 1 & mask;
        }
        if (size == ofSlot.length) {
            grow();
            return slot(key);
        }
        keys[at] = key;
        slots[at] = size + 1;
        ofSlot[size] = key;
        return size++;
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private void grow() {
        int room = 2 * ofSlot.length;
        ofSlot = Arrays.copyOf(ofSlot, room);
        counts = Arrays.copyOf(counts, room);
        rises = Arrays.copyOf(rises, room);
        low = Arrays.copyOf(low, room);
        best = Arrays.copyOf(best, room);
        high = Arrays.copyOf(high, room);
        keys = new long[2 * room];
        slots = new int[2 * room];
        int mask = keys.length - 1;
        for (int slot = 0; slot < size; slot++) {
            int at = hash(ofSlot[slot]) & mask;
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            keys[at] = ofSlot[slot];
            slots[at] = slot + 1;
        }
    }

    /** The keys, least first. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(ofSlot, size);
        Arrays.sort(sorted);
        return sorted;
    }

    int counted(long key) {
        return counts[slot(key)];
    }

    int risen(long key) {
        return rises[slot(key)];
    }

    long low(long key) {
        return low[slot(key)];
    }

    long best(long key) {
        return best[slot(key)];
    }

    long high(long key) {
        return high[slot(key)];
    }
}
