package org.casus.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.readmodel.Template;

/**
 * Renders a list as CSV (RFC 4180): with a header, CRLF, and UTF-8 without a byte order mark. Text that a spreadsheet would
 * read as a formula gets a leading apostrophe. So does text that already looks like such an escaped cell, so that the escaping
 * can be undone: readers remove one apostrophe from cells that begin with apostrophes followed by a sign.
 */
final class CsvRendering implements Rendering {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<CsvColumns.Column> columns;
    private final ItemSource items;
    private final OutputBuffer item = new OutputBuffer(2048);
    private final StringWriter line = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(line);
    private final String[] cells;

    CsvRendering(List<CsvColumns.Column> columns, ItemSource items) {
        this.columns = columns;
        this.items = items;
        this.cells = new String[columns.size()];
    }

    @Override
    public void begin(OutputBuffer out) {
        csv.writeRecord(columns.stream().map(CsvColumns.Column::name).toList());
        move(out);
    }

    @Override
    public void item(Template template, OutputBuffer out) {
        item.clear();
        items.append(template, item);
        JsonNode json = tree(item);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = CsvCells.of(columns.get(i).value().apply(json));
        }
        csv.writeRecord(cells);
        move(out);
    }

    private void move(OutputBuffer out) {
        out.writeAll(line.toString().getBytes(StandardCharsets.UTF_8));
        line.getBuffer().setLength(0);
    }

    static JsonNode tree(OutputBuffer json) {
        try {
            return MAPPER.readTree(json.array(), 0, json.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(Tail tail, OutputBuffer out) {
        // the last line is the last item; the links are in Link headers
    }
}
