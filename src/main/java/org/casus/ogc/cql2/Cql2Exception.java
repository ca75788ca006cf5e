package org.casus.ogc.cql2;

import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.ogc.cql2.Expression.At;

/** Signals an invalid filter, with the position of the error. */
final class Cql2Exception extends RuntimeException {

    /** The number of characters that a message shows before and after the error. */
    private static final int AROUND = 20;

    private final At at;
    private final ErrorCode code;

    Cql2Exception(At at, ErrorCode code, String message) {
        super(message, null, false, false);
        this.at = at;
        this.code = code;
    }

    Cql2Exception(At at, String message) {
        this(at, ErrorCode.PATTERN, message);
    }

    At at() {
        return at;
    }

    /** Returns the problem to respond with. Its message counts characters from 1 and marks the error with » in an excerpt. */
    Problem problem(String parameter, String filter) {
        int index = Math.min(at.index(), filter.length());
        String before = filter.substring(Math.max(0, index - AROUND), index);
        String after = filter.substring(index, Math.min(filter.length(), index + AROUND));
        String shown = (index > AROUND ? "…" : "") + CleanText.shown(before) + "»" + CleanText.shown(after)
                + (index + AROUND < filter.length() ? "…" : "");
        return Problem.parameter(parameter, code, "'" + parameter + "' at character " + (index + 1) + ": " + getMessage()
                + ". It is marked » in: " + shown);
    }
}
