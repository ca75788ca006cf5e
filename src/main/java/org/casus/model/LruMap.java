package org.casus.model;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded map. When it is full, it drops the entry that was used least recently. It is not safe for use by several threads. */
public final class LruMap<K, V> extends LinkedHashMap<K, V> {

    @Serial
    private static final long serialVersionUID = 1;
    private static final int CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final int most;

    /** @param most the number of entries that the map holds at most */
    public LruMap(int most) {
        super(CAPACITY, LOAD_FACTOR, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
