package org.casus.ledger;

/**
 * The author of a revision.
 *
 * @param importId the import that made the revision; null if an editor or the software itself made it
 */
public record Author(String name, Long importId) {

    /** The author of the revisions that the software itself makes. */
    public static final Author CASUS = new Author("casus");

    public Author(String name) {
        this(name, null);
    }
}
