package org.casus.http;

/** The value of Vary that every response has. It includes the origin, since CORS headers name the page that may read the response. */
public final class VaryHeader {

    /** The value of {@code Vary}. */
    public static final String ON = "Accept, Accept-Encoding, Origin";

    private VaryHeader() {
    }
}
