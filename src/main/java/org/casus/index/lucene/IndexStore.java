package org.casus.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.casus.index.lucene.segment.FoldingAnalyzer;

/** One Lucene index in a folder, with the revision that its last commit holds. Used by one thread, but for documents that several put while all is built anew. */
final class IndexStore implements Closeable {

    private static final String REVISION = "revision";
    private static final String FORMAT = "format";
    private static final double BUFFER_MB = 64;
    /** A write makes a tiny segment so that it can be read at once; such segments stay in memory until they are kept. */
    private static final double LARGEST_IN_MEMORY_MB = 1;
    private static final double IN_MEMORY_MB = 32;

    /** Segments of about one size. */
    private static final double SEGMENTS = 4;
    /** Smaller ones count as large as this. */
    private static final double SMALLEST_MB = 4;

    private final Directory directory;
    private final FoldingAnalyzer analyzer;
    private final Optional<Sort> order;
    private final String format;
    private IndexWriter writer;

    IndexStore(Path folder, String format, FoldingAnalyzer analyzer, Optional<Sort> order) throws IOException {
        this.format = format;
        this.analyzer = analyzer;
        this.order = order;
        this.directory = new NRTCachingDirectory(PrivateDirectory.open(folder), LARGEST_IN_MEMORY_MB, IN_MEMORY_MB);
        this.writer = open();
    }

    private IndexWriter open() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false)
                .setMergeScheduler(unthrottled())
                .setMergePolicy(fewSegments());
        order.ifPresent(config::setIndexSort);
        return new IndexWriter(directory, config);
    }

    /** Opens a writer that failed, and so closed itself, with what was last committed; whether there was need to. */
    boolean reopen() {
        if (writer.isOpen()) {
            return false;
        }
        io(() -> writer = open());
        return true;
    }

    /** Every question is asked of every segment, so few are worth a little more merging. */
    private static TieredMergePolicy fewSegments() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(SEGMENTS);
        policy.setFloorSegmentMB(SMALLEST_MB);
        return policy;
    }

    /** Merges are not throttled: reads wait for them. */
    private static ConcurrentMergeScheduler unthrottled() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.disableAutoIOThrottle();
        return merges;
    }

    /** The revision of the last commit; -1 if there is none, or it has another format. */
    long committed() {
        Map<String, String> data = new HashMap<>();
        if (writer.getLiveCommitData() != null) {
            writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return format.equals(data.get(FORMAT)) ? Long.parseLong(data.get(REVISION)) : -1;
    }

    /** Puts a document in the place of all that have the term. */
    void put(Term term, Document document) {
        io(() -> writer.updateDocument(term, document));
    }

    void remove(Term term) {
        io(() -> writer.deleteDocuments(term));
    }

    void clear() {
        io(writer::deleteAll);
    }

    /** A reader of everything taken so far; the same one if nothing has changed since. */
    DirectoryReader refresh(DirectoryReader last) {
        try {
            DirectoryReader fresh = last == null
                    ? DirectoryReader.open(writer)
                    : DirectoryReader.openIfChanged(last, writer);
            return fresh == null ? last : fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit(long revision) {
        io(() -> {
            writer.setLiveCommitData(Map.of(REVISION, Long.toString(revision), FORMAT, format).entrySet());
            writer.commit();
        });
    }

    /** Closes without keeping what was not committed. */
    @Override
    public void close() throws IOException {
        writer.rollback();
        directory.close();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void io(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
