package org.casus.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Sort;
import org.casus.index.lucene.query.Snapshot;
import org.casus.index.lucene.segment.FoldingAnalyzer;

/** The two indexes of events, or of all other resources: one for current and one for superseded documents. */
final class IndexPair {

    private final IndexStore current;
    private final IndexStore superseded;
    private DirectoryReader currentReader;
    private DirectoryReader supersededReader;

    /**
     * Opens both indexes.
     *
     * @param opened receives each index once it is open, so that the caller can close it if a later step fails
     */
    IndexPair(Path folder, String format, FoldingAnalyzer analyzer, Optional<Sort> order, List<Closeable> opened)
            throws IOException {
        this.current = new IndexStore(folder.resolve("current"), format, analyzer, order);
        opened.add(current);
        this.superseded = new IndexStore(folder.resolve("superseded"), format, analyzer, order);
        opened.add(superseded);
    }

    IndexStore current() {
        return current;
    }

    IndexStore superseded() {
        return superseded;
    }

    List<IndexStore> stores() {
        return List.of(current, superseded);
    }

    /** Returns readers of everything written so far. The pair keeps one reference to each reader until the next refresh. */
    Snapshot.Pair refresh() {
        currentReader = replace(currentReader, current.refresh(currentReader));
        supersededReader = replace(supersededReader, superseded.refresh(supersededReader));
        return new Snapshot.Pair(currentReader, supersededReader);
    }

    private static DirectoryReader replace(DirectoryReader last, DirectoryReader fresh) {
        if (last != null && last != fresh) {
            try {
                last.decRef();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return fresh;
    }
}
