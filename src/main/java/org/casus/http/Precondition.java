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
 * The precondition of a write on the current state (RFC 9110 section 13): {@code If-Match} with the ETags of the revision
 * to change, or {@code If-None-Match: *} to create only. Tags are compared by revision alone, so the tag of any format
 * and any coding is accepted. Weak tags are accepted too: a proxy that compresses a response makes its tag weak (nginx) or
 * adds a suffix (Apache), and the tag still contains the revision of the state that the client has seen.
 */
public final class Precondition {

    /** No precondition, for the application's own writes. */
    public static final Precondition NONE = new Precondition(Demand.NONE, false, List.of());

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([^\"]{0,200})\"\\s*(,|$)");
    private static final Pattern REVISION = Pattern.compile("(\\d{1,18})\\..*");

    private final Demand demand;
    private final boolean createOnly;
    private final List<Long> revisions;

    /** The requirement of the {@code If-Match} header. {@code MISSING} means that a client did not send it. */
    private enum Demand {
        NONE, MISSING, ANY, REVISIONS
    }

    private Precondition(Demand demand, boolean createOnly, List<Long> revisions) {
        this.demand = demand;
        this.createOnly = createOnly;
        this.revisions = revisions;
    }

    /**
     * Parses both headers.
     *
     * @throws Problem 400 if a header is not a list of entity tags
     */
    public static Precondition of(String ifMatch, String ifNoneMatch) {
        boolean createOnly = ifNoneMatch != null && !ifNoneMatch.isBlank();
        if (createOnly && !ifNoneMatch.strip().equals("*")) {
            throw Problem.header("If-None-Match", ErrorCode.PATTERN,
                    "a write takes If-None-Match only as '*', to create and never replace");
        }
        if (ifMatch == null || ifMatch.isBlank()) {
            return new Precondition(Demand.MISSING, createOnly, List.of());
        }
        if (ifMatch.strip().equals("*")) {
            return new Precondition(Demand.ANY, createOnly, List.of());
        }
        List<Long> revisions = new ArrayList<>();
        for (String tag : tags(ifMatch)) {
            Matcher revision = REVISION.matcher(tag);
            if (revision.matches()) {
                revisions.add(Long.parseLong(revision.group(1)));
            }
        }
        return new Precondition(Demand.REVISIONS, createOnly, revisions);
    }

    private static List<String> tags(String header) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tags.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != header.length()) {
            throw Problem.header("If-Match", ErrorCode.PATTERN,
                    "If-Match is '*' or a list of entity tags in double quotes, as the ETag header gave them,"
                            + " for example If-Match: \"42.17-json\"");
        }
        return tags;
    }

    /**
     * Checks the precondition against the current state.
     *
     * @param current the revision of the existing resource; empty if none exists
     * @throws Problem 428 if the resource exists and the client sent no {@code If-Match}; 412 if the precondition fails
     */
    public void check(OptionalLong current) {
        if (demand == Demand.NONE) {
            return;
        }
        if (current.isEmpty()) {
            if (demand != Demand.MISSING) {
                throw new Problem(ProblemType.PRECONDITION_FAILED,
                        "If-Match was sent, but nothing exists here; leave it out to create");
            }
            return;
        }
        if (createOnly) {
            throw failed("it exists already");
        }
        if (demand == Demand.MISSING) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED,
                    "it exists, at revision " + current.getAsLong() + "; send If-Match with the ETag of a GET");
        }
        if (demand == Demand.REVISIONS && !revisions.contains(current.getAsLong())) {
            throw failed("it is at revision " + current.getAsLong() + " now" + (revisions.isEmpty()
                    ? ", and If-Match has no tag of this service, such as \"" + current.getAsLong() + ".17-json.3\"" : ""));
        }
    }

    private static Problem failed(String detail) {
        return new Problem(ProblemType.PRECONDITION_FAILED, detail + "; GET it again for its ETag");
    }
}
