package org.casus.load.format;

import java.nio.charset.Charset;
import java.util.Optional;
import org.casus.model.Slug;

/** A file with the names of its columns in the first record. */
abstract class NamedLayout implements Layout {

    private final String what;
    private final Header header;

    /** @param what such files hold */
    NamedLayout(String what, Header header) {
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

    abstract Draft read(Cells cells);

    @Override
    public Optional<Slug> idOf(Row row) {
        return Optional.of(idOf(header.cells(row)));
    }

    /** @throws RefusedRow if the cells do not say it */
    abstract Slug idOf(Cells cells);

    Header header() {
        return header;
    }
}
