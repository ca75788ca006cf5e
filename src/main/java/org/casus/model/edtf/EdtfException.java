package org.casus.model.edtf;

/** A text was refused. The message is for the person who wrote it: what is wrong, what is allowed, an example. */
public class EdtfException extends IllegalArgumentException {

    /** The text is not EDTF. */
    public static final String INVALID = "edtf.invalid";

    /** The text is, or looks like, EDTF of a kind that is not supported. */
    public static final String UNSUPPORTED = "edtf.unsupported";

    private static final long serialVersionUID = 1;

    private final String code;

    EdtfException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@link #INVALID} or {@link #UNSUPPORTED}: stable, for programs. */
    public String code() {
        return code;
    }
}
