package org.casus.http;

/** What every answer depends on: also on who asks from where, since what may be read by other pages names the page. */
public final class VaryHeader {

    /** The value of {@code Vary}. */
    public static final String ON = "Accept, Accept-Encoding, Origin";

    private VaryHeader() {
    }
}
