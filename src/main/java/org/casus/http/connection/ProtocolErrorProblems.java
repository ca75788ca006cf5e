package org.casus.http.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** Problems for failures that the HTTP server detects before the application sees the request. */
final class ProtocolErrorProblems {

    private static final int RETRY_SECONDS = 2;

    private ProtocolErrorProblems() {
    }

    /** Returns the problem for a request head that did not arrive in time. */
    static Problem timeOut() {
        return new Problem(ProblemType.REQUEST_TIMEOUT, "the request line and the headers did not arrive in time");
    }

    /** Returns the problem for a body whose framing cannot be parsed. */
    static Problem brokenBody() {
        return new Problem(ProblemType.REFUSED, "the body's framing cannot be read: each chunk begins with its length as a"
                + " hexadecimal number on a line of its own (RFC 9112 section 7.1)");
    }

    /**
     * Returns the problem for a status; empty if no problem type has that status.
     *
     * @param url the request target as the client sent it
     */
    static Optional<Problem> of(int status, String url) {
        return switch (status) {
            case 400 -> Optional.of(new Problem(ProblemType.REFUSED, unreadable(url)));
            case 404 -> Optional.of(Problem.notFound(
                    "nothing has this path; a path begins with a slash, and GET / links to what there is"));
            case 414 -> Optional.of(new Problem(ProblemType.URI_TOO_LONG, "the URL is too long"));
            case 503 -> Optional.of(Problem.unavailable("the server is stopping", RETRY_SECONDS));
            default -> Arrays.stream(ProblemType.values()).filter(type -> type.status() == status).findFirst()
                    .map(type -> new Problem(type, type.meaning()));
        };
    }

    private static String unreadable(String url) {
        try {
            new URI(url);
            return "the request cannot be read: its first line, a header or the framing of its body breaks a rule of HTTP/1.1 (RFC 9112)";
        } catch (URISyntaxException e) {
            return "the URL cannot be read" + (e.getIndex() < 0 ? "" : " from its character " + (e.getIndex() + 1) + " on")
                    + "; two hexadecimal digits follow each '%', and what is not ASCII, and each of \" < > \\ ^ ` { | }, is"
                    + " written so in UTF-8: é is %C3%A9, and a percent sign itself %25";
        }
    }
}
