package org.casus.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.casus.index.lucene.count.CellAggregation;
import org.casus.index.lucene.count.GlobalOrdinals;
import org.casus.index.lucene.count.GroupByAncestor;
import org.casus.index.lucene.count.LuceneCounts;
import org.casus.index.lucene.query.Matcher;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.query.Snapshot;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.query.ClusterQuery;
import org.casus.query.CountQuery;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.NarrowingHint;
import org.casus.query.Sort;
import org.casus.query.field.Field;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Document;
import org.casus.readmodel.Extent;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryView;

/**
 * The read model in four Lucene indexes below one folder. One thread writes it, except that several threads apply
 * documents during a rebuild. Any number of threads may read it.
 */
public final class LuceneReadModel implements ReadModel, Closeable {

    /**
     * The version of the document layout. Increase it whenever documents are written differently, so that old indexes are
     * rebuilt.
     */
    private static final String FORMAT = "12";
    /** The number of keys that are passed to a consumer at a time. */
    private static final int PORTION = 1_000;
    /** Requests have their own limits, which allow more clauses than Lucene's default. */
    private static final int MOST_CLAUSES = 1 << 16;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final Directory directory;
    private final FoldingAnalyzer analyzer;
    private final GlobalOrdinals.All ordinals = new GlobalOrdinals.All();
    private final IndexPairs pairs;
    private final Duration timeLimit;
    private final SegmentCache cache = new SegmentCache();
    private volatile Snapshot snapshot;

    /**
     * Opens the model. If its folder is missing or damaged, the model starts empty: everything in it can be rebuilt from
     * the database.
     *
     * @param folder used by this model alone; created if it is missing
     * @param directory kept up to date by the caller that applies changes
     * @param variant everything beside the code that documents depend on; another variant counts as another format
     * @param timeLimit of a query; it does not apply to iteration over a whole list
     */
    public static LuceneReadModel open(Path folder, Directory directory, String variant, Duration timeLimit)
            throws IOException {
        FoldingAnalyzer analyzer = new FoldingAnalyzer();
        return new LuceneReadModel(directory, analyzer, IndexPairs.open(folder, FORMAT + " " + variant, analyzer), timeLimit);
    }

    private LuceneReadModel(Directory directory, FoldingAnalyzer analyzer, IndexPairs pairs, Duration timeLimit) {
        this.directory = directory;
        this.analyzer = analyzer;
        this.pairs = pairs;
        this.timeLimit = timeLimit;
        this.snapshot = new Snapshot(pairs.events().refresh(), pairs.others().refresh(), directory.at(0));
    }

    @Override
    public long revision() {
        return snapshot.revision();
    }

    @Override
    public Lookup find(ResourceKind kind, String id, OptionalLong asOf) {
        return read(asOf, context -> context.find(kind, id)
                .<Lookup>map(stored -> new Present(stored, context.names()))
                .or(() -> context.gone(kind, id))
                .orElse(new Absent()));
    }

    @Override
    public boolean knows(ResourceKind kind, String id, long revision) {
        if (Directory.KINDS.contains(kind)) {
            return directory.at(revision).known(kind, id);
        }
        return !(find(kind, id, OptionalLong.of(revision)) instanceof Absent);
    }

    @Override
    public Page list(ListQuery query, OptionalLong asOf) {
        return read(asOf, context -> new PageReader(context, matcher(context, budget(query.filters(), query.sort())), cache)
                .page(query));
    }

    @Override
    public Counts counts(CountQuery query, OptionalLong asOf) {
        return read(asOf, context -> new LuceneCounts(
                query, context, ordinals, matcher(context, budget(query.filters(), Sort.NEWEST))).answer());
    }

    @Override
    public Clusters clusters(ClusterQuery query, OptionalLong asOf) {
        return read(asOf, context -> {
            ordinals.of(Field.TYPE).learn(context);
            CellAggregation cells = new CellAggregation(query, GroupByAncestor.rootTypes(ordinals, context.names(), null, null), cache);
            matcher(context, budget(query.filters(), Sort.NEWEST)).each(query.filters(), cells);
            return new Clusters(cells.cells(), cells.total(), cells.unplaced(), context.names());
        });
    }

    @Override
    public Extent extent(ResourceKind kind, List<Filter> filters, OptionalLong asOf) {
        return read(asOf, context -> ExtentFinder.of(matcher(context, budget(filters, Sort.NEWEST)).select(kind, filters)));
    }

    private Matcher matcher(QueryContext context, QueryBudget queryBudget) {
        return new Matcher(context, analyzer, cache, queryBudget);
    }

    private QueryBudget budget(List<Filter> filters, Sort sort) {
        return new QueryBudget(timeLimit, () -> NarrowingHint.than(filters, sort));
    }

    @Override
    public Walk walk(ListQuery query, OptionalLong asOf) {
        return PageReader.standInOrder(query)
                ? read(asOf, context -> new EventWalk(
                        context, matcher(context, QueryBudget.none()).select(query.kind(), query.filters()), cache))
                : ReadModel.super.walk(query, asOf);
    }

    /** A read in one query context. */
    private interface ContextReader<T> {
        T read(QueryContext context) throws IOException;
    }

    private <T> T read(OptionalLong asOf, ContextReader<T> reader) {
        Snapshot held = snapshot;
        while (!held.hold()) {
            held = snapshot;
        }
        return read(held, asOf.isPresent() ? directory.at(asOf.getAsLong()) : held.directory(), reader);
    }

    /** Runs a read on a snapshot that is already held, and releases the snapshot. */
    private <T> T read(Snapshot held, DirectoryView names, ContextReader<T> reader) {
        try {
            return reader.read(new QueryContext(held, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.release();
        }
    }

    @Override
    public DirectoryView names(long revision) {
        return directory.at(revision);
    }

    @Override
    public long resumeFrom() {
        return pairs.stores().mapToLong(IndexStore::committed).min().orElseThrow();
    }

    @Override
    public boolean reopen() {
        boolean reopened = false;
        for (IndexStore indexStore : pairs.stores().toList()) {
            reopened |= indexStore.reopen();
        }
        return reopened;
    }

    @Override
    public void clear() {
        pairs.stores().forEach(IndexStore::clear);
    }

    @Override
    public void apply(Changes changes, DirectoryView names) {
        for (Superseded ended : changes.superseded()) {
            pairs.of(ended.state().kind()).superseded().put(
                    new Term(LuceneFields.ENDED_BY, Long.toString(ended.ended())), LuceneDocuments.superseded(ended));
        }
        for (ResourceKey removed : changes.removed()) {
            pairs.of(removed.kind()).current().remove(term(removed.kind(), removed.id()));
        }
        for (Document document : changes.current()) {
            pairs.of(document.kind()).current().put(
                    term(document.kind(), document.id()), LuceneDocuments.current(document, names));
        }
    }

    private static Term term(ResourceKind kind, String id) {
        return new Term(LuceneFields.KEY, LuceneFields.key(kind, id));
    }

    @Override
    public void standingBelow(Collection<ResourceKey> entries, Consumer<List<ResourceKey>> portions) {
        if (entries.isEmpty()) {
            return;
        }
        List<ResourceKey> some = new ArrayList<>();
        Snapshot taken = new Snapshot(pairs.events().refresh(), pairs.others().refresh(), snapshot.directory());
        read(taken, taken.directory(), context -> {
            for (ResourceKind half : List.of(ResourceKind.EVENT, ResourceKind.ACTOR)) {
                context.keysBelow(half, entries, key -> {
                    some.add(LuceneFields.keyOf(key));
                    if (some.size() == PORTION) {
                        portions.accept(List.copyOf(some));
                        some.clear();
                    }
                });
            }
            return null;
        });
        if (!some.isEmpty()) {
            portions.accept(some);
        }
    }

    @Override
    public void publish(long revision) {
        Snapshot last = snapshot;
        Snapshot next = new Snapshot(pairs.events().refresh(), pairs.others().refresh(), directory.at(revision));
        // warm the cache before the first query: a large segment takes a while
        next.eventLeaves().forEach(leaf -> cache.times(leaf.reader()));
        snapshot = next;
        last.release();
    }

    @Override
    public void keep() {
        pairs.stores().forEach(indexStore -> indexStore.commit(snapshot.revision()));
    }

    /** Closes the indexes and discards changes that were not committed. */
    @Override
    public void close() throws IOException {
        for (IndexStore indexStore : pairs.stores().toList()) {
            indexStore.close();
        }
    }
}
