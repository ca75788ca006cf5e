package org.casus.http;

import java.util.regex.Pattern;

/** Builds entity tags for responses and compares them with {@code If-None-Match}. */
public final class EntityTags {

    private static final Pattern ADDED_CODING = Pattern.compile("-(gzip|br|zstd|deflate)\"$");

    private EntityTags() {
    }

    /** Returns the tag of one resource, built from the revision of its state and that of the newest name that it shows. */
    public static String ofItem(long revision, long newestName, String format, String acceptEncoding) {
        return "\"" + revision + "." + newestName + "-" + format + ContentCoding.suffix(acceptEncoding) + "\"";
    }

    /** Returns the tag of a list, built from the revision that it shows and the requested URL. */
    public static String ofList(long revision, String url, String format, String acceptEncoding) {
        return "\"" + revision + "." + Integer.toHexString(url.hashCode()) + "-" + format
                + ContentCoding.suffix(acceptEncoding) + "\"";
    }

    /**
     * Returns whether {@code If-None-Match} contains the tag, by weak comparison (RFC 9110 section 13.1.2). A request without
     * {@code Accept-Encoding} accepts any coding. In that case a proxy in front may have compressed the response and added a
     * suffix to its tag ({@code "…-gzip"}), so that suffix is ignored.
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
