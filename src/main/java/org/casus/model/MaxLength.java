package org.casus.model;

/** The greatest numbers of characters that texts of resources have. Importers cut texts to them. */
public final class MaxLength {

    /** Of a name of a resource in any language. */
    public static final int NAME = 500;
    /** Of the title of an event or a dataset. */
    public static final int TITLE = 500;
    /** Of the title of a source. */
    public static final int SOURCE_TITLE = 1000;
    /** Of the name of a publisher. */
    public static final int PUBLISHER = 500;
    /** Of the words by which a report says whom it quotes. */
    public static final int ATTRIBUTION = 500;

    private MaxLength() {
    }
}
