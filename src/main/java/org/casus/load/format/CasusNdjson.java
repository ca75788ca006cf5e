package org.casus.load.format;

import java.util.List;
import java.util.Optional;
import org.casus.dataset.DatasetInput;
import org.casus.http.problem.Problem;
import org.casus.vocabulary.Slug;

/** What Casus itself exports, one resource a line, and the same written by hand. */
final class CasusNdjson implements Format {

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
        return lines.stream().anyMatch(CasusNdjson::isResource) ? Optional.of(new CasusLayout()) : Optional.empty();
    }

    private static boolean isResource(Row row) {
        try {
            return CasusLine.of(row).isPlain();
        } catch (RefusedRow | Problem e) {
            return false;
        }
    }
}
