package org.casus.index.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.query.field.Field;
import org.casus.readmodel.ReadModel.Gone;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.DirectoryView;

/** The context of a query: a snapshot as of one revision. It finds single resources and reads their documents. */
public final class QueryContext {

    private static final Sort LAST_ENDED = new Sort(new SortField(LuceneFields.ENDED, SortField.Type.LONG, true));

    private final Snapshot snapshot;
    private final DirectoryView names;
    private final List<IndexView> vantages;

    /** Creates the context of a query on a snapshot, with the names as of its revision. */
    public QueryContext(Snapshot snapshot, DirectoryView names) {
        this.snapshot = snapshot;
        this.names = names;
        this.vantages = IndexView.of(snapshot, names);
    }

    /** A matching document and its segment. */
    public record Hit(LeafReaderContext leaf, int doc) {
    }

    /** Returns the index views that the query reads. */
    public List<IndexView> vantages() {
        return vantages;
    }

    /** Returns the snapshot that the query reads. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Returns the names as of the revision of the query. */
    public DirectoryView names() {
        return names;
    }

    /** Finds one resource by its id. */
    public Optional<Stored> find(ResourceKind kind, String id) {
        return hit(kind, id).map(QueryContext::stored);
    }

    private Optional<Hit> hit(ResourceKind kind, String id) {
        BytesRef key = new BytesRef(LuceneFields.key(kind, id));
        try {
            for (IndexView view : vantages) {
                for (LeafReaderContext leaf : view.searcher(kind).getIndexReader().leaves()) {
                    int doc = find(leaf.reader(), key, view);
                    if (doc != DocIterator.NO_MORE) {
                        return Optional.of(new Hit(leaf, doc));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int find(LeafReader reader, BytesRef key, IndexView view) throws IOException {
        Terms keys = reader.terms(LuceneFields.KEY);
        TermsEnum term = keys == null ? null : keys.iterator();
        if (term == null || !term.seekExact(key)) {
            return DocIterator.NO_MORE;
        }
        PostingsEnum found = term.postings(null, PostingsEnum.NONE);
        Bits live = reader.getLiveDocs();
        int doc = found.nextDoc();
        while (doc != DocIterator.NO_MORE && !(view.holds(reader, doc) && (live == null || live.get(doc)))) {
            doc = found.nextDoc();
        }
        return doc;
    }

    /**
     * Returns the latest deletion of a resource up to this revision. It is empty if the last state that ended by then was
     * not ended by a deletion.
     */
    public Optional<Gone> gone(ResourceKind kind, String id) {
        Query ended = new BooleanQuery.Builder()
                .add(keyOf(kind, id), Occur.FILTER)
                .add(LongPoint.newRangeQuery(LuceneFields.ENDED, 0, names.revision()), Occur.FILTER)
                .build();
        return first(snapshot.superseded(kind), ended, LAST_ENDED).flatMap(QueryContext::deletion);
    }

    /** Returns the ids of the events that an event refers to in its relations. */
    List<String> relationsOf(String event) {
        return hit(ResourceKind.EVENT, event).map(QueryContext::relations).orElse(List.of());
    }

    /**
     * Passes the keys of current documents that refer to any of the entries or to a descendant of one.
     *
     * @param half any resource type in the pair of indexes to search
     */
    public void keysBelow(ResourceKind half, Collection<ResourceKey> entries, Consumer<String> each) {
        List<Query> queries = new ArrayList<>();
        for (Field field : Field.values()) {
            List<BytesRef> terms = entries.stream()
                    .filter(entry -> field.refersTo().contains(entry.kind()) && field.descends(entry.kind()))
                    .map(entry -> new BytesRef(LuceneFields.term(field, entry.kind(), entry.id())))
                    .toList();
            if (!terms.isEmpty()) {
                queries.add(new TermInSetQuery(LuceneFields.of(field), terms));
            }
        }
        if (!queries.isEmpty()) {
            keys(snapshot.current(half), QueryCompiler.anyOf(queries), each);
        }
    }

    /** Passes the keys of all matching documents to the consumer. */
    static void keys(IndexSearcher searcher, Query query, Consumer<String> each) {
        try {
            searcher.search(query, new SimpleCollector() {
                private LeafReaderContext leaf;

                @Override
                protected void doSetNextReader(LeafReaderContext context) {
                    leaf = context;
                }

                @Override
                public void collect(int doc) throws IOException {
                    each.accept(key(new Hit(leaf, doc)));
                }

                @Override
                public ScoreMode scoreMode() {
                    return ScoreMode.COMPLETE_NO_SCORES;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query keyOf(ResourceKind kind, String id) {
        return new TermQuery(new Term(LuceneFields.KEY, LuceneFields.key(kind, id)));
    }

    private static Optional<Hit> first(IndexSearcher searcher, Query query, Sort sort) {
        try {
            TopDocs top = searcher.search(query, 1, sort);
            return top.scoreDocs.length == 0 ? Optional.empty() : Optional.of(hit(searcher, top.scoreDocs[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the hit for a document that Lucene found. */
    public static Hit hit(IndexSearcher searcher, ScoreDoc found) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        return new Hit(leaf, found.doc - leaf.docBase);
    }

    /** Returns the stored template of a hit. */
    public static Stored stored(Hit hit) {
        try {
            return new Stored(template(DocValues.getBinary(hit.leaf.reader(), LuceneFields.JSON), hit.doc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the template of one document. */
    public static Template template(BinaryDocValues stored, int doc) throws IOException {
        stored.advanceExact(doc);
        BytesRef packed = stored.binaryValue();
        return Template.unpack(Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length));
    }

    static String key(Hit hit) throws IOException {
        SortedDocValues key = DocValues.getSorted(hit.leaf.reader(), LuceneFields.KEY);
        key.advanceExact(hit.doc);
        return key.lookupOrd(key.ordValue()).utf8ToString();
    }

    private static Optional<Gone> deletion(Hit hit) {
        try {
            BinaryDocValues deleted = DocValues.getBinary(hit.leaf.reader(), LuceneFields.DELETED);
            if (!deleted.advanceExact(hit.doc)) {
                return Optional.empty();
            }
            NumericDocValues ended = DocValues.getNumeric(hit.leaf.reader(), LuceneFields.ENDED);
            ended.advanceExact(hit.doc);
            return Optional.of(new Gone(ended.longValue(), deleted.binaryValue().utf8ToString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> relations(Hit hit) {
        try {
            SortedSetDocValues relations = DocValues.getSortedSet(
                    hit.leaf.reader(), LuceneFields.direct(Field.RELATED_TO));
            List<String> ids = new ArrayList<>();
            if (relations.advanceExact(hit.doc)) {
                for (int i = 0; i < relations.docValueCount(); i++) {
                    ids.add(relations.lookupOrd(relations.nextOrd()).utf8ToString());
                }
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
