package org.casus.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of columns that a file begins with. Data frames write names of rows for which the header has no column. */
record Header(Dialect dialect, Charset charset, Columns columns, String described) {

    /** The first of the dialects in which every needed column is there. */
    static Optional<Header> of(Head head, Set<String> needed, Dialect... dialects) {
        Charset charset = head.decodes(StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        for (Dialect dialect : dialects) {
            Optional<Header> header = of(head.records(dialect, charset), needed, dialect, charset);
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    private static Optional<Header> of(List<Row> records, Set<String> needed, Dialect dialect, Charset charset) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(records.get(0).cells());
        int named = names.size();
        boolean rowNames = records.size() > 1 && records.get(1).cells().size() == named + 1;
        if (rowNames) {
            names.add(0, "");
        }
        Columns columns = new Columns(names);
        return columns.has(needed) ? Optional.of(new Header(dialect, charset, columns, named + " columns by name"
                + (rowNames ? ", with row names before them" : "")
                + (charset.equals(StandardCharsets.UTF_8) ? "" : ", in " + charset.name()))) : Optional.empty();
    }

    /** @throws RefusedRow if the row has more or fewer cells than there are columns */
    Cells cells(Row row) {
        if (row.cells().size() != columns.count()) {
            throw new RefusedRow("row", row.raw(), "has as many cells as the file has columns, " + columns.count()
                    + "; this has " + row.cells().size());
        }
        return new Cells(columns, row);
    }
}
