package org.casus.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds the {@code Link} header of a response (RFC 8288). */
public final class LinkHeader {

    /** By default nginx limits the whole head of a response to 4,096 bytes, and the other headers need part of that. */
    private static final int MOST = 2800;
    private static final String NEXT = "rel=\"next\"";

    private LinkHeader() {
    }

    /** Returns whether the link fits into the header on its own. */
    public static boolean hasRoomFor(String link) {
        return link.length() <= MOST;
    }

    /**
     * Returns the header value, or empty if there are no links. If not all links fit, the link to the next page is added first
     * and then as many others as fit; JSON bodies contain all links.
     *
     * @param links the links, each in the syntax of the header
     */
    public static Optional<String> of(List<String> links) {
        String all = String.join(", ", links);
        if (all.length() <= MOST) {
            return Optional.of(all).filter(text -> !text.isEmpty());
        }
        StringBuilder some = new StringBuilder();
        links.stream().sorted(Comparator.comparing(link -> !link.contains(NEXT))).forEach(link -> {
            if (some.length() + link.length() + (some.isEmpty() ? 0 : 2) <= MOST) {
                some.append(some.isEmpty() ? "" : ", ").append(link);
            }
        });
        return Optional.of(some.toString()).filter(text -> !text.isEmpty());
    }
}
