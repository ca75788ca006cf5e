package org.casus.query.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several values in one cell, separated by {@code |}; a {@code |} or a backslash within a value follows a backslash. */
public final class DelimitedValues {

    private DelimitedValues() {
    }

    /** Null where there are none; values that are null are left out. */
    public static String joined(Stream<String> values) {
        String cell = values.filter(Objects::nonNull).map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
        return cell.isEmpty() ? null : cell;
    }

    /** The values of a cell. */
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
