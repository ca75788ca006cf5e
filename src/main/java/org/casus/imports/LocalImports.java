package org.casus.imports;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.casus.http.problem.Problem;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.casus.store.Transactions;

/** Gives code in this process access to imports without HTTP. */
@Singleton
public class LocalImports {

    private static final String PATH = "/imports";

    private final ImportService importService;
    private final ReceiptWriter receiptWriter;
    private final Clock clock;

    LocalImports(ImportService importService, ReceiptWriter receiptWriter, Clock clock) {
        this.importService = importService;
        this.receiptWriter = receiptWriter;
        this.clock = clock;
    }

    /**
     * Accepts a file for import.
     *
     * @param given the query parameters of the API
     * @throws Problem under the same conditions as the API
     */
    public ImportView take(InputStream file, Map<String, List<String>> given, String author) {
        return ImportView.of(importService.take(file, given, List.of(), author), PATH, clock);
    }

    /** Returns an import with its progress. */
    public ImportView look(String id) {
        return ImportView.of(Transactions.read(() -> importService.get(id)), PATH, clock);
    }

    /** Returns the first receipts of refused rows, at most the given number. */
    public List<Receipt> refused(String id, int most) {
        return receiptWriter.first(Transactions.read(() -> importService.get(id)), Outcome.REFUSED, most);
    }
}
