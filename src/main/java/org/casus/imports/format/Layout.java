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

/** The layout of one file: its dialect and character set, and how its rows are read. */
public interface Layout {

    /** Returns a description of the recognised layout, for example {@code UCDP GED, 49 columns by name}. */
    String seen();

    /** Returns the separators and quotes of the file. */
    CsvDialect dialect();

    /** Returns the character set of the file. */
    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** Returns the number of records before the first row, such as a header and a row of HXL tags. */
    int before();

    /** Returns the columns read so far in any row; empty if the model knows everything that a row may contain. */
    default Optional<RecognisedColumns> recognised() {
        return Optional.empty();
    }

    /** Returns whether the file looks like a part of a dataset, for example one month or one country. */
    default boolean isPart() {
        return false;
    }

    /**
     * Returns the layout for one pass through a file. This method is called before any other.
     *
     * @param reader reads request bodies, for formats whose rows have the form of request bodies
     */
    default Layout open(Path file, InputReader reader) {
        return this;
    }

    /** Returns whether a row becomes the origin of its event even if it does not change the event. */
    default boolean isOrigin() {
        return true;
    }

    /** Inspects a row before any row is read, for properties that depend on all rows. */
    default void survey(TableRow row) {
    }

    /** Inspects a row like {@link #survey(TableRow)}, and receives the byte offset at which the row begins. */
    default void survey(TableRow row, long position) {
        survey(row);
    }

    /** Returns the later row of the file that describes a resource which an earlier row mentions, if there is one. */
    default Optional<Draft> elsewhere(ResourceKind kind, Slug id) {
        return Optional.empty();
    }

    /** Returns the id of the event that a row describes, even if the row cannot be loaded. */
    default Optional<Slug> idOf(TableRow row) {
        return Optional.empty();
    }

    /**
     * Reads the content of a row.
     *
     * @throws org.casus.imports.table.RefusedRowException if the row cannot be loaded
     */
    Draft read(TableRow row);
}
