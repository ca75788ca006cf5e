package org.casus.ledger;

/**
 * The author of a revision.
 *
 * @param importId the import that writes in this name; null where an editor or the software itself does
 */
public record Author(String name, Long importId) {

    /** The software itself. */
    public static final Author CASUS = new Author("casus");

    public Author(String name) {
        this(name, null);
    }
}
