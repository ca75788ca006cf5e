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
import org.casus.index.lucene.segment.Budget;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.Docs;
import org.casus.index.lucene.segment.DuringQuery;
import org.casus.index.lucene.segment.Segments;

/** The documents of one index that a compiled query selects, segment by segment and in the order of the segment. */
public final class Selection {

    private final IndexSearcher searcher;
    private final BooleanQuery query;
    private final Segments segments;
    private final Budget budget;
    /** What was walked already and can be walked again. */
    private final Map<LeafReaderContext, Conjunction> walked = new IdentityHashMap<>();
    private final Map<Query, Weight> weights = new IdentityHashMap<>();

    Selection(IndexSearcher searcher, BooleanQuery query, Segments segments, Budget budget) {
        this.searcher = searcher;
        this.query = query;
        this.segments = segments;
        this.budget = budget;
    }

    /** Returns the searcher whose documents these are. */
    public IndexSearcher searcher() {
        return searcher;
    }

    /** The best of what is selected, in an order in which it does not stand. */
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

    /** Returns the matches of each segment. */
    public List<LeafReaderContext> leaves() {
        return searcher.getIndexReader().leaves();
    }

    /** Counts the documents of all these matches. */
    public static long count(List<Selection> selections) throws IOException {
        long count = 0;
        for (Selection selection : selections) {
            count += selection.count();
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

    /** What is selected of a segment, to be walked once; null if that is nothing. */
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
        List<Docs> required = new ArrayList<>();
        List<Docs> excluded = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            if (meansAll(leaf.reader(), clause)) {
                continue;
            }
            Docs docs = docs(leaf, clause.getQuery());
            if (clause.getOccur() != Occur.MUST_NOT) {
                if (docs == null) {
                    return null;
                }
                required.add(docs);
            } else if (docs != null) {
                excluded.add(docs);
            }
        }
        return new Conjunction(leaf.reader().maxDoc(), required, excluded, segments.live(leaf.reader()), budget);
    }

    /** Whether every document of a segment meets a condition: a range that holds all values there are says nothing. */
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

    private Docs docs(LeafReaderContext leaf, Query condition) throws IOException {
        LeafReader reader = leaf.reader();
        if (condition instanceof DuringQuery overlap) {
            return overlap.in(reader);
        }
        FixedBitSet kept = segments.find(reader, condition);
        if (kept != null) {
            return new Docs.OfBits(kept);
        }
        Docs docs = condition instanceof TermQuery term ? postings(reader, term) : walked(leaf, condition);
        return docs == null ? null : segments.keep(reader, condition, docs, budget);
    }

    private Docs postings(LeafReader reader, TermQuery query) throws IOException {
        Terms terms = reader.terms(query.getTerm().field());
        if (terms == null) {
            return null;
        }
        TermsEnum term = terms.iterator();
        return term.seekExact(query.getTerm().bytes())
                ? new Docs.OfIterator(term.postings(null, PostingsEnum.NONE), budget)
                : null;
    }

    private Docs walked(LeafReaderContext leaf, Query condition) throws IOException {
        Weight weight = weights.get(condition);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(condition), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(condition, weight);
        }
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? null : new Docs.OfIterator(scorer, budget);
    }
}
