package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.model.ResourceKind;
import org.casus.query.Filter;

/** Finds the documents that filters select, in each index view of a query. An instance serves one query. */
public final class Matcher {

    private final QueryContext context;
    private final TextQueryCompiler texts;
    private final SegmentCache cache;
    private final QueryBudget budget;

    /** Creates a matcher for one query. */
    public Matcher(QueryContext context, FoldingAnalyzer analyzer, SegmentCache cache, QueryBudget budget) {
        this.context = context;
        this.texts = new TextQueryCompiler(analyzer, context);
        this.cache = cache;
        this.budget = budget;
    }

    /** A consumer of matching documents, segment by segment. */
    public interface Collecting {

        /** Starts a segment. The documents of the following calls belong to it. */
        void enter(IndexView view, LeafReaderContext leaf) throws IOException;

        /** Takes a matching document of the current segment. */
        void collect(int doc) throws IOException;
    }

    /** Returns the selected documents of one index view. */
    public Matches select(IndexView view, ResourceKind kind, List<Filter> filters) {
        return new Matches(view.searcher(kind),
                new QueryCompiler(view, context, texts, cache, budget).compile(kind, filters), cache, budget);
    }

    /** Returns the selected documents of every index view. */
    public List<Matches> select(ResourceKind kind, List<Filter> filters) {
        return context.vantages().stream().map(view -> select(view, kind, filters)).toList();
    }

    /** Passes every selected event to the collector. */
    public void each(List<Filter> filters, Collecting collecting) throws IOException {
        for (IndexView view : context.vantages()) {
            Matches matches = select(view, ResourceKind.EVENT, filters);
            for (LeafReaderContext leaf : matches.leaves()) {
                Conjunction selected = matches.in(leaf);
                if (selected != null) {
                    collecting.enter(view, leaf);
                    for (int doc = selected.next(0); doc != DocIterator.NO_MORE; doc = selected.next(doc + 1)) {
                        collecting.collect(doc);
                    }
                }
            }
        }
    }
}
