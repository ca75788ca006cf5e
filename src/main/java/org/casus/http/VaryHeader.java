package org.casus.http;

/** The default {@code Vary} header. It includes {@code Origin} because CORS headers name the origin that may read the response. */
public final class VaryHeader {

    /** The value of {@code Vary}. */
    public static final String ON = "Accept, Accept-Encoding, Origin";

    private VaryHeader() {
    }
}
