package org.casus.imports.format.casus;

import java.util.List;
import java.util.Optional;
import org.casus.dataset.DatasetInput;
import org.casus.http.problem.Problem;
import org.casus.imports.format.Format;
import org.casus.imports.format.Layout;
import org.casus.imports.format.Mode;
import org.casus.imports.format.Types;
import org.casus.imports.format.Words;
import org.casus.imports.table.Dialect;
import org.casus.imports.table.Head;
import org.casus.imports.table.RefusedRow;
import org.casus.imports.table.Row;
import org.casus.model.Slug;

/** What Casus itself exports, one resource a line, and the same written by hand. */
public final class CasusNdjson implements Format {

    /** Of every line that is exported, by which one that is longer than what is looked at is known. */
    private static final String BEGINNING = "{\"id\":\"";

    @Override
    public String name() {
        return "casus-ndjson";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, Words.capitalized(id.value()), null, null, null, null, null);
    }

    @Override
    public Mode mode() {
        return Mode.APPEND;
    }

    @Override
    public boolean namesDatasets() {
        return true;
    }

    /** By one line that is plainly a resource, since another may be what is to be refused. */
    @Override
    public Optional<Layout> recognise(Head head, Types types) {
        List<Row> lines = head.records(Dialect.LINES);
        return lines.stream().anyMatch(CasusNdjson::isResource) || head.isOneCutLine() && lines.get(0).raw().startsWith(BEGINNING)
                ? Optional.of(new CasusLayout()) : Optional.empty();
    }

    private static boolean isResource(Row row) {
        try {
            return CasusLine.of(row).isPlain();
        } catch (RefusedRow | Problem e) {
            return false;
        }
    }
}
