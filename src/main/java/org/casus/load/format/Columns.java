package org.casus.load.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where columns stand, by their names, in which case does not matter. */
public final class Columns {

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    public Columns(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        count = names.size();
    }

    public boolean has(Set<String> names) {
        return places.keySet().containsAll(names);
    }

    public boolean has(String name) {
        return places.containsKey(name);
    }

    public int count() {
        return count;
    }

    /** Where it stands; -1 if it does not. */
    int of(String name) {
        return places.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
    }
}
