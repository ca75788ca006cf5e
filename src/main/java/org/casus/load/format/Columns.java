package org.casus.load.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where columns stand, by their names. In these case does not matter, nor blanks, dots and underscores: {@code Event ID} is
 * {@code Event.ID} in one data frame and {@code event_id} in the next.
 */
public final class Columns {

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    public Columns(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(key(names.get(i)), i);
        }
        count = names.size();
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
        return places.getOrDefault(key(name), -1);
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
