package org.casus.imports.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.RecognisedColumns;
import org.casus.imports.table.TableRow;
import org.casus.ledger.write.InputReader;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/** How one file is read. */
public interface Layout {

    /** Returns a description of the recognised layout, for example {@code UCDP GED, 49 columns by name}. */
    String seen();

    CsvDialect dialect();

    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** Records before the first row: a header, tags. */
    int before();

    /** The columns that were read so far, in whatever row; nothing where all that a row may have is known. */
    default Optional<RecognisedColumns> recognised() {
        return Optional.empty();
    }

    /** Whether the file has the look of a part of a dataset: of a month, or of a country. */
    default boolean isPart() {
        return false;
    }

    /**
     * The layout for one run through a file; called before anything else is.
     *
     * @param reader reads what clients send, for rows that are just that
     */
    default Layout open(Path file, InputReader reader) {
        return this;
    }

    /** Whether an event comes from a row that says nothing of it but what stands here already. */
    default boolean isOrigin() {
        return true;
    }

    /** Looks at a row before any is read, for what can only be known of all of them. */
    default void survey(TableRow row) {
    }

    /** The same, with the byte from which the row can be found again. */
    default void survey(TableRow row, long position) {
        survey(row);
    }

    /** Returns the later row of the file that describes a resource which an earlier row mentions, if there is one. */
    default Optional<Draft> elsewhere(ResourceKind kind, Slug id) {
        return Optional.empty();
    }

    /** The event that a row is of, also where that cannot be loaded. */
    default Optional<Slug> idOf(TableRow row) {
        return Optional.empty();
    }

    /**
     * Reads the content of a row.
     *
     * @throws org.casus.imports.table.RefusedRowException if it cannot be loaded
     */
    Draft read(TableRow row);
}
