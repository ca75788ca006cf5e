package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.index.lucene.segment.TimeWindowQuery;

/** The documents of one index that match a compiled query, by segment and in segment order. */
public final class Matches {

    private final IndexSearcher searcher;
    private final BooleanQuery query;
    private final SegmentCache cache;
    private final QueryBudget budget;
    /** The conjunctions that have been created and can be iterated again. */
    private final Map<LeafReaderContext, Conjunction> walked = new IdentityHashMap<>();
    private final Map<Query, Weight> weights = new IdentityHashMap<>();

    Matches(IndexSearcher searcher, BooleanQuery query, SegmentCache cache, QueryBudget budget) {
        this.searcher = searcher;
        this.query = query;
        this.cache = cache;
        this.budget = budget;
    }

    /** Returns the searcher of the index. */
    public IndexSearcher searcher() {
        return searcher;
    }

    /** Returns the top documents in an order that is not the sort order of the segments. */
    public TopFieldDocs top(TopFieldCollectorManager manager) throws IOException {
        IndexSearcher timed = new IndexSearcher(searcher.getIndexReader());
        timed.setQueryCache(null);
        timed.setTimeout(budget);
        TopFieldDocs top = timed.search(query, manager);
        if (timed.timedOut()) {
            budget.check();
        }
        return top;
    }

    Query query() {
        return query;
    }

    /** Returns the segments of the index. */
    public List<LeafReaderContext> leaves() {
        return searcher.getIndexReader().leaves();
    }

    /** Returns the total number of matching documents. */
    public static long count(List<Matches> selections) throws IOException {
        long count = 0;
        for (Matches matches : selections) {
            count += matches.count();
        }
        return count;
    }

    long count() throws IOException {
        long count = 0;
        for (LeafReaderContext leaf : leaves()) {
            Conjunction selected = in(leaf);
            count += selected == null ? 0 : selected.count();
        }
        return count;
    }

    /** Returns an iterator over the matches of a segment, for one pass, or null if there are none. */
    public Conjunction in(LeafReaderContext leaf) throws IOException {
        Conjunction known = walked.get(leaf);
        if (known != null) {
            return known;
        }
        Conjunction selected = find(leaf);
        if (selected != null && selected.again()) {
            walked.put(leaf, selected);
        }
        return selected;
    }

    private Conjunction find(LeafReaderContext leaf) throws IOException {
        List<DocIterator> required = new ArrayList<>();
        List<DocIterator> excluded = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            if (meansAll(leaf.reader(), clause)) {
                continue;
            }
            DocIterator docIterator = docs(leaf, clause.getQuery());
            if (clause.getOccur() != Occur.MUST_NOT) {
                if (docIterator == null) {
                    return null;
                }
                required.add(docIterator);
            } else if (docIterator != null) {
                excluded.add(docIterator);
            }
        }
        return new Conjunction(leaf.reader().maxDoc(), required, excluded, cache.live(leaf.reader()), budget);
    }

    /**
     * Returns whether every document of a segment meets a clause. A range that contains all values of the segment
     * excludes no document.
     */
    private static boolean meansAll(LeafReader reader, BooleanClause clause) throws IOException {
        if (clause.getQuery() instanceof PointRangeQuery range && clause.getOccur() != Occur.MUST_NOT
                && range.getNumDims() == 1) {
            PointValues values = reader.getPointValues(range.getField());
            return values != null && values.getDocCount() == reader.maxDoc()
                    && Arrays.compareUnsigned(range.getLowerPoint(), values.getMinPackedValue()) <= 0
                    && Arrays.compareUnsigned(range.getUpperPoint(), values.getMaxPackedValue()) >= 0;
        }
        return clause.getQuery() instanceof MatchAllDocsQuery;
    }

    private DocIterator docs(LeafReaderContext leaf, Query condition) throws IOException {
        LeafReader reader = leaf.reader();
        if (condition instanceof TimeWindowQuery overlap) {
            return overlap.in(reader);
        }
        FixedBitSet kept = cache.find(reader, condition);
        if (kept != null) {
            return new DocIterator.OfBits(kept);
        }
        DocIterator docIterator = condition instanceof TermQuery term ? postings(reader, term) : walked(leaf, condition);
        return docIterator == null ? null : cache.keep(reader, condition, docIterator, budget);
    }

    private DocIterator postings(LeafReader reader, TermQuery query) throws IOException {
        Terms terms = reader.terms(query.getTerm().field());
        if (terms == null) {
            return null;
        }
        TermsEnum term = terms.iterator();
        return term.seekExact(query.getTerm().bytes())
                ? new DocIterator.OfIterator(term.postings(null, PostingsEnum.NONE), budget)
                : null;
    }

    private DocIterator walked(LeafReaderContext leaf, Query condition) throws IOException {
        Weight weight = weights.get(condition);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(condition), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(condition, weight);
        }
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? null : new DocIterator.OfIterator(scorer, budget);
    }
}
