package org.casus.imports.format;

import java.nio.charset.Charset;
import java.util.Optional;
import org.casus.imports.table.Cells;
import org.casus.imports.table.Dialect;
import org.casus.imports.table.Header;
import org.casus.imports.table.RecognisedColumns;
import org.casus.imports.table.Row;
import org.casus.model.Slug;

/** A file with the names of its columns in the first record. */
public abstract class NamedLayout implements Layout {

    private final String what;
    private final Header header;

    /** @param what such files hold */
    public NamedLayout(String what, Header header) {
        this.what = what;
        this.header = header;
    }

    @Override
    public String seen() {
        return what + ", " + header.described();
    }

    @Override
    public Dialect dialect() {
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
    public Draft read(Row row) {
        return read(header.cells(row));
    }

    /** Reads what a row says. */
    public abstract Draft read(Cells cells);

    @Override
    public Optional<Slug> idOf(Row row) {
        return Optional.of(idOf(header.cells(row)));
    }

    /** @throws org.casus.imports.table.RefusedRow if the cells do not say it */
    public abstract Slug idOf(Cells cells);

    /** Returns the header of the file. */
    public Header header() {
        return header;
    }
}
