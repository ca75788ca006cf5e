package org.casus.http;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * What a write demands of the current state (RFC 9110 section 13): {@code If-Match} with the ETags of the revision
 * to change, or {@code If-None-Match: *} to create only. Tags compare by their revision alone, so that the tag of
 * any format will do; weak tags match nothing.
 */
public class Precondition {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]{0,200})\"\\s*(,|$)");
    private static final Pattern REVISION = Pattern.compile("(\\d{1,18})\\..*");

    /** Demands nothing: for the software's own writes, which are right whatever is there. */
    public static final Precondition NONE = new Precondition(true, true, false, List.of()) {
        @Override
        public void check(OptionalLong current) {
            // whatever is there will do
        }
    };

    private final boolean given;
    private final boolean any;
    private final boolean createOnly;
    private final List<Long> revisions;

    private Precondition(boolean given, boolean any, boolean createOnly, List<Long> revisions) {
        this.given = given;
        this.any = any;
        this.createOnly = createOnly;
        this.revisions = revisions;
    }

    /** @throws Problem 400 if a header is not a list of entity tags */
    public static Precondition of(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch != null && !ifNoneMatch.isBlank() && !ifNoneMatch.strip().equals("*")) {
            throw Problem.header("If-None-Match", ErrorCode.PATTERN,
                    "a write takes If-None-Match only as '*', to create and never replace");
        }
        boolean createOnly = ifNoneMatch != null && !ifNoneMatch.isBlank();
        if (ifMatch == null || ifMatch.isBlank()) {
            return new Precondition(false, false, createOnly, List.of());
        }
        if (ifMatch.strip().equals("*")) {
            return new Precondition(true, true, createOnly, List.of());
        }
        List<Long> revisions = new ArrayList<>();
        for (String tag : tags(ifMatch)) {
            Matcher revision = REVISION.matcher(tag);
            if (revision.matches()) {
                revisions.add(Long.parseLong(revision.group(1)));
            }
        }
        return new Precondition(true, false, createOnly, revisions);
    }

    private static List<String> tags(String header) {
        List<String> strong = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            if (matcher.group(1) == null) {
                strong.add(matcher.group(2));
            }
            end = matcher.end();
        }
        if (end != header.length()) {
            throw Problem.header("If-Match", ErrorCode.PATTERN,
                    "If-Match is '*' or a list of entity tags in double quotes, as the ETag header gave them,"
                            + " for example If-Match: \"42.17-json\"");
        }
        return strong;
    }

    /**
     * @param current the revision of what exists, empty if nothing does
     * @throws Problem 428 where something exists and nothing was demanded, 412 where the demand does not hold
     */
    public void check(OptionalLong current) {
        if (current.isEmpty()) {
            if (given) {
                throw new Problem(ProblemType.PRECONDITION_FAILED,
                        "If-Match was sent, but nothing exists here; leave it out to create");
            }
            return;
        }
        if (createOnly) {
            throw failed("it exists already");
        }
        if (!given) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED,
                    "it exists, at revision " + current.getAsLong() + "; send If-Match with the ETag of a GET");
        }
        if (!any && !revisions.contains(current.getAsLong())) {
            throw failed("it is at revision " + current.getAsLong() + " now");
        }
    }

    private static Problem failed(String detail) {
        return new Problem(ProblemType.PRECONDITION_FAILED, detail + "; GET it again for its ETag");
    }
}
