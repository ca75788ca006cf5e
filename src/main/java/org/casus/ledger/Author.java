package org.casus.ledger;

/** Who writes, as revisions name them. */
public record Author(String name) {

    /** The software itself. */
    public static final Author CASUS = new Author("casus");
}
