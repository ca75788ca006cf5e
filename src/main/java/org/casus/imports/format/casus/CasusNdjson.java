package org.casus.imports.format.casus;

import java.util.List;
import java.util.Optional;
import org.casus.dataset.DatasetInput;
import org.casus.http.problem.Problem;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TextLimits;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.TableRow;
import org.casus.model.Slug;

/** The format of Casus's own exports, with one resource per line. Files may also be written by hand. */
public final class CasusNdjson implements FileFormat {

    /** The beginning of every exported line. It identifies a file whose first line is longer than the inspected bytes. */
    private static final String BEGINNING = "{\"id\":\"";

    @Override
    public String name() {
        return "casus-ndjson";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, TextLimits.capitalized(id.value()), null, null, null, null, null);
    }

    @Override
    public ImportMode mode() {
        return ImportMode.APPEND;
    }

    @Override
    public boolean namesDatasets() {
        return true;
    }

    /** Recognises a file by a single line that is clearly a resource, since other lines may be invalid and refused later. */
    @Override
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk) {
        List<TableRow> lines = head.records(CsvDialect.LINES);
        return lines.stream().anyMatch(CasusNdjson::isResource) || head.isOneCutLine() && lines.get(0).raw().startsWith(BEGINNING)
                ? Optional.of(new CasusLayout()) : Optional.empty();
    }

    private static boolean isResource(TableRow row) {
        try {
            return CasusLine.of(row).isPlain();
        } catch (RefusedRowException | Problem e) {
            return false;
        }
    }
}
