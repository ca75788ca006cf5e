package org.casus.render;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several values in one cell, separated by {@code |}; a {@code |} or a backslash within a value follows a backslash. */
final class Several {

    private Several() {
    }

    /** Null where there are none; values that are null are left out. */
    static String joined(Stream<String> values) {
        String cell = values.filter(Objects::nonNull).map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
        return cell.isEmpty() ? null : cell;
    }
}
