package org.casus.imports.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where columns stand, by their names. In these case does not matter, nor blanks, dots and underscores: {@code Event ID} is
 * {@code Event.ID} in one data frame and {@code event_id} in the next.
 */
public final class Columns {

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;
    /** Of each column the name by which it was asked for, once it was. Threads may see that late, but before the rows they read. */
    private final String[] asked;

    public Columns(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(key(names.get(i)), i);
        }
        count = names.size();
        asked = new String[count];
    }

    public boolean has(Set<String> names) {
        return names.stream().allMatch(this::has);
    }

    public boolean has(String name) {
        return of(name) >= 0;
    }

    public int count() {
        return count;
    }

    /** Where it stands; -1 if it does not. */
    int of(String name) {
        int at = places.getOrDefault(key(name), -1);
        if (at >= 0 && asked[at] == null) {
            asked[at] = name;
        }
        return at;
    }

    /** Where those columns stand that were asked for by name so far, for whatever row: the ones that the layout knows. */
    Map<String, Integer> asked() {
        Map<String, Integer> known = new TreeMap<>();
        for (int at = 0; at < count; at++) {
            if (asked[at] != null) {
                known.put(asked[at], at);
            }
        }
        return known;
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char one = name.charAt(i);
            if (one != '_' && one != '.' && !Character.isWhitespace(one)) {
                key.append(Character.toLowerCase(one));
            }
        }
        return key.toString();
    }
}
