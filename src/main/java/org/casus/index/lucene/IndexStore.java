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

/**
 * One Lucene index in a folder. Each commit records its revision. An instance is used by one thread, except that several
 * threads may put documents during a rebuild.
 */
final class IndexStore implements Closeable {

    private static final String REVISION = "revision";
    private static final String FORMAT = "format";
    private static final double BUFFER_MB = 64;
    /** A write creates a tiny segment so that it can be read at once. Such segments stay in memory until the next commit. */
    private static final double LARGEST_IN_MEMORY_MB = 1;
    private static final double IN_MEMORY_MB = 32;

    /** The number of segments of about the same size that the merge policy allows. */
    private static final double SEGMENTS = 4;
    /** The floor of the merge policy: smaller segments count as this large. */
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

    /**
     * Replaces a writer that a failure has closed by a new one on the last commit.
     *
     * @return whether the writer had to be replaced
     */
    boolean reopen() {
        if (writer.isOpen()) {
            return false;
        }
        io(() -> writer = open());
        return true;
    }

    /**
     * Returns a merge policy that keeps few segments: every query visits every segment, which justifies some additional
     * merging.
     */
    private static TieredMergePolicy fewSegments() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(SEGMENTS);
        policy.setFloorSegmentMB(SMALLEST_MB);
        return policy;
    }

    /** Returns a merge scheduler without I/O throttling, because reads wait for merges. */
    private static ConcurrentMergeScheduler unthrottled() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.disableAutoIOThrottle();
        return merges;
    }

    /** Returns the revision of the last commit, or -1 if there is none or it has another format. */
    long committed() {
        Map<String, String> data = new HashMap<>();
        if (writer.getLiveCommitData() != null) {
            writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return format.equals(data.get(FORMAT)) ? Long.parseLong(data.get(REVISION)) : -1;
    }

    /** Replaces all documents that contain the term with the given document. */
    void put(Term term, Document document) {
        io(() -> writer.updateDocument(term, document));
    }

    void remove(Term term) {
        io(() -> writer.deleteDocuments(term));
    }

    void clear() {
        io(writer::deleteAll);
    }

    /** Returns a reader of everything written so far. It is the last reader if nothing has changed since. */
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

    /** Closes the index and discards changes that were not committed. */
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
