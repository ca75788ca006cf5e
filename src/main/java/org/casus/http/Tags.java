package org.casus.http;

/** Entity tags of answers, and whether a client has the answer already. */
public final class Tags {

    private Tags() {
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

    /** Whether {@code If-None-Match} holds the tag, by weak comparison (RFC 9110 section 13.1.2). */
    public static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
