package org.casus.imports;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.casus.rest.Exports;
import org.casus.store.Transactions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes receipts: one page as JSON, or all of them as CSV or NDJSON. */
@Singleton
class ReceiptWriter {

    private static final Set<String> PARAMETERS = Set.of("outcome", "f", "limit", "after");
    /** The time after which a page ends early: an import may have tens of thousands of blocks that each have to be read. */
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(1);

    private final Exports exports;

    ReceiptWriter(Exports exports) {
        this.exports = exports;
    }

    /** A page of receipts. The link {@code next} leads to more receipts, or to where the search for more continues. */
    @Schema(name = "ReceiptPage", requiredProperties = {"items", "links"})
    public record Page(List<Receipt> items, Map<String, String> links) {
    }

    Response.ResponseBuilder answer(ImportJob job, String path, Map<String, List<String>> given, String accept) {
        QueryParameters parameters = new QueryParameters(given, PARAMETERS);
        Optional<Outcome> outcome = parameters.text("outcome").map(ReceiptWriter::outcome);
        String format = parameters.text("f").orElseGet(() -> accepted(accept));
        return switch (format) {
            case "json" -> Response.ok(page(job, path + "/" + job.id + "/receipts", given, parameters, outcome));
            case "csv" -> exports.stream(new ReceiptChunkSource(all(job, outcome), new ReceiptChunkSource.Csv()), "text/csv;charset=UTF-8");
            case "ndjson" -> exports.stream(new ReceiptChunkSource(all(job, outcome), new ReceiptChunkSource.Ndjson()),
                    "application/x-ndjson");
            default -> throw Problem.parameter("f", ErrorCode.UNKNOWN_VALUE, "f is json, csv or ndjson");
        };
    }

    private static String accepted(String accept) {
        return accept == null ? "json" : accept.contains("text/csv") ? "csv" : accept.contains("ndjson") ? "ndjson" : "json";
    }

    private static Outcome outcome(String text) {
        return Arrays.stream(Outcome.values()).filter(one -> word(one).equals(text)).findFirst()
                .orElseThrow(() -> Problem.parameter("outcome", ErrorCode.UNKNOWN_VALUE, "outcome is one of "
                        + Arrays.stream(Outcome.values()).map(ReceiptWriter::word).collect(Collectors.joining(", "))));
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Page page(ImportJob job, String path, Map<String, List<String>> given, QueryParameters parameters,
            Optional<Outcome> outcome) {
        int limit = (int) parameters.number("limit", 1, Limits.PAGE_MOST, Limits.PAGE);
        long after = parameters.number("after", 0, Long.MAX_VALUE, 0);
        ReceiptPageCollector.Found found = outcome.filter(one -> job.counted(one) == 0).isPresent()
                ? new ReceiptPageCollector.Found(List.of(), OptionalLong.empty())
                : walk(job).page(after, limit, outcome);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(path, given));
        found.next().ifPresent(next -> {
            Map<String, List<String>> more = new TreeMap<>(given);
            more.put("after", List.of(Long.toString(next)));
            links.put("next", Urls.of(path, more));
        });
        return new Page(found.receipts(), links);
    }

    private static ReceiptPageCollector walk(ImportJob job) {
        long end = System.nanoTime() + LONGEST_PAGE.toNanos();
        return new ReceiptPageCollector(summaries(job), number -> receipts(job, number), () -> System.nanoTime() - end > 0);
    }

    /** Returns the first receipts with an outcome, at most the given number. */
    List<Receipt> first(ImportJob job, Outcome outcome, int most) {
        List<Receipt> found = new ArrayList<>();
        for (Iterator<List<Receipt>> blocks = all(job, Optional.of(outcome)); blocks.hasNext() && found.size() < most; ) {
            found.addAll(blocks.next());
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static List<ImportBlock.Summary> summaries(ImportJob job) {
        return Transactions.read(() -> ImportBlock.summaries(job.id));
    }

    private static List<Receipt> receipts(ImportJob job, int number) {
        return Transactions.read(() -> ImportBlock.receipts(job.id, number));
    }

    /** Iterates over the matching receipts block by block, since all of them together may not fit into memory. */
    private static Iterator<List<Receipt>> all(ImportJob job, Optional<Outcome> outcome) {
        return summaries(job).stream()
                .filter(block -> outcome.isEmpty() || block.mayHave(outcome.get()))
                .map(block -> receipts(job, block.number()).stream()
                        .filter(receipt -> outcome.isEmpty() || receipt.outcome() == outcome.get()).toList())
                .iterator();
    }
}
