package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.TimeIndex;
import org.casus.model.ResourceKind;
import org.casus.readmodel.names.DirectoryView;

/**
 * A view of the current or of the superseded indexes as of one revision. A query of the latest revision reads current
 * documents alone. A query of an earlier revision reads current and superseded documents.
 */
public final class IndexView {

    private final Snapshot snapshot;
    private final boolean past;
    private final DirectoryView directory;
    private final boolean superseded;

    private IndexView(Snapshot snapshot, boolean past, DirectoryView directory, boolean superseded) {
        this.snapshot = snapshot;
        this.past = past;
        this.directory = directory;
        this.superseded = superseded;
    }

    /** Returns the views that answer a query as of a revision: only the current indexes if it is the snapshot's revision. */
    static List<IndexView> of(Snapshot snapshot, DirectoryView names) {
        if (names.revision() == snapshot.revision()) {
            return List.of(new IndexView(snapshot, false, names, false));
        }
        return List.of(new IndexView(snapshot, true, names, false), new IndexView(snapshot, true, names, true));
    }

    /** Returns the searcher for resources of a type. */
    public IndexSearcher searcher(ResourceKind kind) {
        return superseded ? snapshot.superseded(kind) : snapshot.current(kind);
    }

    /** Returns the filters for states that are valid at the revision. */
    List<Query> restriction() {
        if (!past) {
            return List.of();
        }
        Query begun = LongPoint.newRangeQuery(LuceneFields.BEGAN, Long.MIN_VALUE, directory.revision());
        return superseded
                ? List.of(begun, LongPoint.newRangeQuery(LuceneFields.ENDED, directory.revision() + 1, Long.MAX_VALUE))
                : List.of(begun);
    }

    /** Returns whether a state is valid as of the revision. */
    boolean holds(LeafReader reader, int doc) throws IOException {
        if (!past) {
            return true;
        }
        boolean begun = TimeIndex.value(DocValues.getNumeric(reader, LuceneFields.BEGAN), doc) <= directory.revision();
        return begun && (!superseded
                || TimeIndex.value(DocValues.getNumeric(reader, LuceneFields.ENDED), doc) > directory.revision());
    }

    /** Returns whether the ancestors that the documents carry are those as of the revision. */
    boolean ancestorsHold(ResourceKind kind) {
        return !superseded && snapshot.directory().sameStructureSince(kind, directory.revision());
    }

    DirectoryView directory() {
        return directory;
    }
}
