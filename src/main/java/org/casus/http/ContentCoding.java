package org.casus.http;

/**
 * Predicts the content coding of a response, because its strong ETag must differ per coding (RFC 9110 section 8.8.3). It
 * follows the rules of the server's compressor, which honours the client's preference and supports only gzip.
 */
public final class ContentCoding {

    private ContentCoding() {
    }

    /** Returns the suffix of an ETag: {@code "-gzip"} if the response will be compressed, otherwise an empty string. */
    public static String suffix(String acceptEncoding) {
        if (acceptEncoding == null) {
            return "";
        }
        double gzip = -1;
        double deflate = -1;
        double any = -1;
        for (String part : acceptEncoding.split(",")) {
            if (part.contains("gzip")) {
                gzip = quality(part);
            } else if (part.contains("deflate")) {
                deflate = quality(part);
            } else if (part.contains("*")) {
                any = quality(part);
            }
        }
        return gzip > 0 && gzip >= deflate || gzip < 0 && any > 0 ? "-gzip" : "";
    }

    private static double quality(String part) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(part.substring(equals + 1).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
