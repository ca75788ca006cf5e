package org.casus.query.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins and splits several values in one cell. They are separated by {@code |}; a backslash escapes a bar or a backslash. */
public final class DelimitedValues {

    private DelimitedValues() {
    }

    /** Returns the values as one cell, or null if there are none. Null values are left out. */
    public static String joined(Stream<String> values) {
        String cell = values.filter(Objects::nonNull).map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
        return cell.isEmpty() ? null : cell;
    }

    /** Returns the values of a cell. */
    public static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                boolean escaped = c == '\\' && i + 1 < cell.length();
                value.append(escaped ? cell.charAt(++i) : c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
