package org.casus.index.lucene.count;

import java.util.Arrays;

/** A growing hash table of sums by key: the number of events, their deaths, and how many events begin or cease to be possible. */
final class Aggregation {

    private static final int FIRST_SIZE = 1 << 8;

    private long[] keys = new long[FIRST_SIZE];
    private int[] slots = new int[FIRST_SIZE];
    private int size;
    private long[] ofSlot = new long[FIRST_SIZE / 2];
    private int[] counts = new int[FIRST_SIZE / 2];
    /** The change, at each key, in the number of possible events. */
    private int[] rises = new int[FIRST_SIZE / 2];
    private long[] low = new long[FIRST_SIZE / 2];
    private long[] best = new long[FIRST_SIZE / 2];
    private long[] high = new long[FIRST_SIZE / 2];

    int size() {
        return size;
    }

    /** Adds one event with its estimates of deaths to a key. */
    void count(long key, long itsLow, long itsBest, long itsHigh) {
        int slot = slot(key);
        counts[slot]++;
        low[slot] += itsLow;
        best[slot] += itsBest;
        high[slot] += itsHigh;
    }

    /** Changes the number of events that are possible from a key on. */
    void rise(long key, int by) {
        // look up the slot first: the array may be replaced when the table grows
        int slot = slot(key);
        rises[slot] += by;
    }

    /**
     * Returns the slot of a key, which is added if it is missing. {@code slots} holds the slot plus one, so that 0 means
     * free.
     */
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

    /** Returns the keys in ascending order. */
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
