package org.casus.http;

import java.util.regex.Pattern;

/** Entity tags of answers, and whether a client has the answer already. */
public final class EntityTags {

    private static final Pattern ADDED_CODING = Pattern.compile("-(gzip|br|zstd|deflate)\"$");

    private EntityTags() {
    }

    /** The tag of one resource: the revision of its state, and of the youngest name that it shows. */
    public static String ofItem(long revision, long newestName, String format, String acceptEncoding) {
        return "\"" + revision + "." + newestName + "-" + format + ContentCoding.suffix(acceptEncoding) + "\"";
    }

    /** The tag of a list: the revision that it shows, and what was asked. */
    public static String ofList(long revision, String url, String format, String acceptEncoding) {
        return "\"" + revision + "." + Integer.toHexString(url.hashCode()) + "-" + format
                + ContentCoding.suffix(acceptEncoding) + "\"";
    }

    /**
     * Whether {@code If-None-Match} holds the tag, by weak comparison (RFC 9110 section 13.1.2). Without
     * {@code Accept-Encoding} any coding will do; then a proxy in front may have compressed the answer and said so in its
     * tag ({@code "…-gzip"}), which is the tag of the same answer.
     */
    public static boolean matches(String ifNoneMatch, String tag, String acceptEncoding) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String opaque = candidate.strip().replaceFirst("^W/", "");
            if (opaque.equals("*") || opaque.equals(tag)
                    || acceptEncoding == null && ADDED_CODING.matcher(opaque).replaceFirst("\"").equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
