package org.casus.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The header with the links of an answer (RFC 8288). */
public final class LinkHeader {

    /** nginx gives the whole head of an answer 4,096 bytes unless told otherwise, and other headers take their part of it. */
    private static final int MOST = 2800;
    private static final String NEXT = "rel=\"next\"";

    private LinkHeader() {
    }

    /** Whether there is room for a link, if for nothing else. */
    public static boolean hasRoomFor(String link) {
        return link.length() <= MOST;
    }

    /**
     * The links, or as many of them as there is room for, the one to the next page first; nothing where there are none.
     * Bodies of JSON have them all.
     *
     * @param links each as it stands in the header
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
