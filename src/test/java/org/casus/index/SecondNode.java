package org.casus.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.casus.index.lucene.LuceneReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.rest.QueryClient;

/** Another node on the same database: a Lucene index in a folder, a directory and an indexer of its own. */
final class SecondNode implements AutoCloseable {

    private final Path folder;
    private final LuceneReadModel model;
    private final Indexer indexer;

    private SecondNode(Path folder, LedgerReader ledger) {
        this.folder = folder;
        Directory directory = new Directory();
        try {
            this.model = LuceneReadModel.open(folder, directory, "test", Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.indexer = new Indexer(ledger, directory, model);
        indexer.start();
    }

    /** Starts on what the folder holds: built anew if that is nothing, else caught up. */
    static SecondNode start(Path folder, LedgerReader ledger) {
        return new SecondNode(folder, ledger);
    }

    void follow() {
        indexer.follow();
    }

    void publish() {
        indexer.publish();
    }

    void keep() {
        model.keep();
    }

    QueryClient asking() {
        return QueryClient.of(model);
    }

    /** Copies the files as they lie there now, as if the process had been killed. */
    void copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.copy(file, target.resolve(folder.relativize(file)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        model.close();
    }
}
