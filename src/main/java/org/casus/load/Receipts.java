package org.casus.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.casus.http.Limits;
import org.casus.http.Parameters;
import org.casus.http.Urls;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.load.format.Objection;
import org.casus.render.CsvCells;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes receipts: a page of JSON, or all of them as CSV or NDJSON. */
@Singleton
class Receipts {

    private static final Set<String> PARAMETERS = Set.of("outcome", "f", "limit", "after");
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Some receipts; {@code next} in the links leads to more. */
    @Schema(name = "ReceiptPage", requiredProperties = {"items", "links"})
    public record Page(List<Receipt> items, Map<String, String> links) {
    }

    Response.ResponseBuilder answer(ImportJob job, String path, Map<String, List<String>> given, String accept) {
        Parameters parameters = new Parameters(given, PARAMETERS);
        Optional<Outcome> outcome = parameters.text("outcome").map(Receipts::outcome);
        String format = parameters.text("f").orElseGet(() -> accepted(accept));
        return switch (format) {
            case "json" -> Response.ok(page(job, path + "/" + job.id + "/receipts", given, parameters, outcome));
            case "csv" -> Response.ok((StreamingOutput) out -> csv(job, outcome, out), "text/csv;charset=UTF-8");
            case "ndjson" -> Response.ok((StreamingOutput) out -> ndjson(job, outcome, out), "application/x-ndjson");
            default -> throw Problem.parameter("f", ErrorCode.UNKNOWN_VALUE, "f is json, csv or ndjson");
        };
    }

    private static String accepted(String accept) {
        return accept == null ? "json" : accept.contains("text/csv") ? "csv" : accept.contains("ndjson") ? "ndjson" : "json";
    }

    private static Outcome outcome(String text) {
        return Arrays.stream(Outcome.values()).filter(one -> word(one).equals(text)).findFirst()
                .orElseThrow(() -> Problem.parameter("outcome", ErrorCode.UNKNOWN_VALUE, "outcome is one of "
                        + Arrays.stream(Outcome.values()).map(Receipts::word).collect(Collectors.joining(", "))));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Page page(ImportJob job, String path, Map<String, List<String>> given, Parameters parameters,
            Optional<Outcome> outcome) {
        int limit = (int) parameters.number("limit", 1, Limits.PAGE_MOST, Limits.PAGE);
        long after = parameters.number("after", 0, Long.MAX_VALUE, 0);
        List<Receipt> found = new ArrayList<>();
        long at = 0;
        long last = after;
        List<Integer> sizes = sizes(job);
        for (int block = 0; block < sizes.size() && found.size() <= limit; block++) {
            if (at + sizes.get(block) <= after) {
                at += sizes.get(block);
                continue;
            }
            for (Receipt receipt : block(job, block).orElseThrow().receipts()) {
                at++;
                if (at > after && wanted(receipt, outcome) && found.size() <= limit) {
                    last = found.size() < limit ? at : last;
                    found.add(receipt);
                }
            }
        }
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(path, given));
        if (found.size() > limit) {
            found.remove(limit);
            Map<String, List<String>> more = new TreeMap<>(given);
            more.put("after", List.of(Long.toString(last)));
            links.put("next", Urls.of(path, more));
        }
        return new Page(found, links);
    }

    /** How many receipts each block has. */
    private static List<Integer> sizes(ImportJob job) {
        return QuarkusTransaction.requiringNew().call(() -> ImportBlock.getEntityManager()
                .createQuery("select cast(lastRow - firstRow + 1 as integer) from ImportBlock where importId = ?1"
                        + " order by number", Integer.class)
                .setParameter(1, job.id).getResultList());
    }

    private static boolean wanted(Receipt receipt, Optional<Outcome> outcome) {
        return outcome.isEmpty() || receipt.outcome() == outcome.get();
    }

    private static Optional<ImportBlock> block(ImportJob job, int number) {
        return QuarkusTransaction.requiringNew().call(
                () -> ImportBlock.findByIdOptional(new ImportBlock.Key(job.id, number)));
    }

    private static void each(ImportJob job, Optional<Outcome> outcome, Consumer<Receipt> take) {
        int number = 0;
        for (Optional<ImportBlock> block = block(job, number); block.isPresent(); block = block(job, ++number)) {
            block.get().receipts().stream().filter(receipt -> wanted(receipt, outcome)).forEach(take);
        }
    }

    private static void ndjson(ImportJob job, Optional<Outcome> outcome, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        each(job, outcome, receipt -> {
            try {
                writer.write(MAPPER.writeValueAsString(receipt));
                writer.write('\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    /** A row for each objection, and one for a receipt without any. */
    private static void csv(ImportJob job, Optional<Outcome> outcome, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord("row", "line", "outcome", "event", "change", "revision", "column", "value", "rule");
        each(job, outcome, receipt -> {
            List<Objection> objections = receipt.objections() == null || receipt.objections().isEmpty()
                    ? List.of(new Objection("", "", "")) : receipt.objections();
            for (Objection one : objections) {
                csv.writeRecord(text(receipt.row()), text(receipt.line()), word(receipt.outcome()), text(receipt.event()),
                        receipt.change() == null ? "" : word(receipt.change()), text(receipt.revision()), text(one.column()),
                        text(one.value()), text(one.rule()));
            }
        });
        csv.flush();
    }

    private static String text(Object value) {
        return value == null ? "" : CsvCells.of(value);
    }
}
