package org.casus.ogc.cql2;

import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.ogc.cql2.Expression.At;

/** That a filter is wrong, and where. */
final class Cql2Exception extends RuntimeException {

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

    /** As an answer: the character is counted from 1, and stands behind the mark. */
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
