package org.casus.model.edtf;

/**
 * Thrown when a text is not a supported EDTF date. The message is written for the author of the text: it says what is wrong and what is
 * allowed, and gives an example.
 */
public class EdtfException extends IllegalArgumentException {

    /** The code for a text that is not EDTF. */
    public static final String INVALID = "edtf.invalid";

    /** The code for a text that is, or looks like, EDTF with an unsupported feature. */
    public static final String UNSUPPORTED = "edtf.unsupported";

    private static final long serialVersionUID = 1;

    private final String code;

    EdtfException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns {@link #INVALID} or {@link #UNSUPPORTED}. The codes are stable, so programs can rely on them. */
    public String code() {
        return code;
    }
}
