package org.casus.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.casus.imports.job.Receipt;
import org.casus.imports.table.RowIssue;
import org.casus.render.CsvCells;
import org.casus.render.OutputBuffer;
import org.casus.rest.stream.ChunkSource;

/** Writes all receipts of an import as lines, block by block. */
final class ReceiptChunkSource implements ChunkSource {

    private final Iterator<List<Receipt>> blocks;
    private final Lines lines;
    private long rows;
    private boolean begun;

    ReceiptChunkSource(Iterator<List<Receipt>> blocks, Lines lines) {
        this.blocks = blocks;
        this.lines = lines;
    }

    /** A text format for receipts. */
    interface Lines {

        String begin();

        String of(Receipt receipt);
    }

    @Override
    public boolean fill(OutputBuffer out) {
        if (!begun) {
            begun = true;
            write(lines.begin(), out);
        }
        while (out.size() < SIZE) {
            if (!blocks.hasNext()) {
                return false;
            }
            List<Receipt> block = blocks.next();
            block.forEach(receipt -> write(lines.of(receipt), out));
            rows += block.size();
        }
        return true;
    }

    private static void write(String text, OutputBuffer out) {
        out.writeAll(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        // nothing to close: each block is read in a transaction of its own
    }

    /** The NDJSON format: one object per line. */
    static final class Ndjson implements Lines {

        private static final JsonMapper MAPPER = new JsonMapper();

        @Override
        public String begin() {
            return "";
        }

        @Override
        public String of(Receipt receipt) {
            try {
                return MAPPER.writeValueAsString(receipt) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a receipt cannot be written", e);
            }
        }
    }

    /** The CSV format: a row for each issue of a receipt, and one row for a receipt without issues. */
    static final class Csv implements Lines {

        private final StringWriter text = new StringWriter();
        private final CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);

        @Override
        public String begin() {
            csv.writeRecord("row", "line", "outcome", "event", "change", "revision", "column", "value", "rule", "kind", "id");
            return taken();
        }

        @Override
        public String of(Receipt receipt) {
            List<RowIssue> objections = receipt.objections() == null || receipt.objections().isEmpty()
                    ? List.of(new RowIssue("", "", "")) : receipt.objections();
            for (RowIssue one : objections) {
                csv.writeRecord(cell(receipt.row()), cell(receipt.line()), ReceiptWriter.word(receipt.outcome()), cell(receipt.event()),
                        receipt.change() == null ? "" : ReceiptWriter.word(receipt.change()), cell(receipt.revision()),
                        cell(one.column()), cell(one.value()), cell(one.rule()),
                        receipt.kind() == null ? "" : receipt.kind().token(), cell(receipt.id()));
            }
            return taken();
        }

        private String taken() {
            String lines = text.toString();
            text.getBuffer().setLength(0);
            return lines;
        }

        private static String cell(Object value) {
            return value == null ? "" : CsvCells.of(value);
        }
    }
}
