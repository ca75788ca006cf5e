package org.casus.imports.format;

import java.nio.charset.Charset;
import java.util.Optional;
import org.casus.imports.table.Cells;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.RecognisedColumns;
import org.casus.imports.table.TableHeader;
import org.casus.imports.table.TableRow;
import org.casus.model.Slug;

/** A layout whose first record contains the names of the columns. */
public abstract class NamedColumnLayout implements Layout {

    private final String what;
    private final TableHeader header;

    /**
     * Creates the layout of a file.
     *
     * @param what a short name of the content, for example ACLED
     */
    public NamedColumnLayout(String what, TableHeader header) {
        this.what = what;
        this.header = header;
    }

    @Override
    public String seen() {
        return what + ", " + header.described();
    }

    @Override
    public CsvDialect dialect() {
        return header.dialect();
    }

    @Override
    public Charset charset() {
        return header.charset();
    }

    @Override
    public int before() {
        return header.before();
    }

    @Override
    public Optional<RecognisedColumns> recognised() {
        return Optional.of(header.recognised());
    }

    @Override
    public Draft read(TableRow row) {
        return read(header.cells(row));
    }

    /** Reads the content of a row from its cells. */
    public abstract Draft read(Cells cells);

    @Override
    public Optional<Slug> idOf(TableRow row) {
        return Optional.of(idOf(header.cells(row)));
    }

    /**
     * Returns the id of the event that a row describes.
     *
     * @throws org.casus.imports.table.RefusedRowException if the cells do not contain it
     */
    public abstract Slug idOf(Cells cells);

    /** Returns the header of the file. */
    public TableHeader header() {
        return header;
    }
}
