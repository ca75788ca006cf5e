package org.casus.imports.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The positions of columns by name. Case, blanks, dots and underscores are ignored, since {@code Event ID} is {@code Event.ID} in
 * one data frame and {@code event_id} in the next.
 */
public final class Columns {

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;
    /**
     * The name by which each column was requested; null if it has not been. Other threads may see a name late, but not after the rows
     * that were read with it.
     */
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

    /** Returns the index of a column; -1 if there is none. */
    int of(String name) {
        int at = places.getOrDefault(key(name), -1);
        if (at >= 0 && asked[at] == null) {
            asked[at] = name;
        }
        return at;
    }

    /** Returns the indexes of the columns requested so far for any row: the columns that the layout knows. */
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
