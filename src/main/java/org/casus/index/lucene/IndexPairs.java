package org.casus.index.lucene;

import io.quarkus.logging.Log;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.model.ResourceKind;
import org.casus.store.PrivateFiles;

/**
 * The indexes below one folder. Events have a pair of their own, since only they are sorted.
 *
 * @param events the pair of events
 * @param others the pair of all other resources
 */
record IndexPairs(IndexPair events, IndexPair others) {

    private static final String EVENTS = "events";
    private static final String OTHERS = "others";

    /**
     * Opens the indexes, and makes them anew where they are missing, damaged or of another format.
     *
     * @throws IllegalStateException if another process uses them
     */
    static IndexPairs open(Path folder, String format, FoldingAnalyzer analyzer) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.ownFolder(folder.resolve(EVENTS));
        PrivateFiles.ownFolder(folder.resolve(OTHERS));
        try {
            return tryOpen(folder, format, analyzer);
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException("another process uses the index in " + folder.toAbsolutePath()
                    + "; give each process its own with casus.index.folder", e);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | NoSuchFileException
                | EOFException | IllegalArgumentException e) {
            Log.warnf("The index in %s cannot be opened (%s) and is built anew", folder, e.getMessage());
            deleteAll(folder.resolve(EVENTS));
            deleteAll(folder.resolve(OTHERS));
            return tryOpen(folder, format, analyzer);
        }
    }

    /** Deletes one of the index folders, and nothing that an operator may keep beside them. */
    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static IndexPairs tryOpen(Path folder, String format, FoldingAnalyzer analyzer) throws IOException {
        List<Closeable> opened = new ArrayList<>();
        try {
            return new IndexPairs(new IndexPair(folder.resolve(EVENTS), format, analyzer, Optional.of(SortOrders.OF_EVENTS), opened),
                    new IndexPair(folder.resolve(OTHERS), format, analyzer, Optional.empty(), opened));
        } catch (UncheckedIOException e) {
            IOUtils.closeWhileHandlingException(opened);
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(opened);
            throw e;
        }
    }

    IndexPair of(ResourceKind kind) {
        return kind == ResourceKind.EVENT ? events : others;
    }

    Stream<IndexStore> stores() {
        return Stream.of(events, others).flatMap(pair -> pair.stores().stream());
    }
}
