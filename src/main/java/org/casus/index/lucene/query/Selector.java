package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.casus.index.lucene.segment.Budget;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.Docs;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.index.lucene.segment.Segments;
import org.casus.model.ResourceKind;
import org.casus.query.Filter;

/** Finds what filters select, in each part of the model that a look sees. For one question. */
public final class Selector {

    private final Look look;
    private final TextCompiler texts;
    private final Segments segments;
    private final Budget budget;

    /** Creates a matcher for one query. */
    public Selector(Look look, FoldingAnalyzer analyzer, Segments segments, Budget budget) {
        this.look = look;
        this.texts = new TextCompiler(analyzer, look);
        this.segments = segments;
        this.budget = budget;
    }

    /** Takes documents segment by segment. */
    public interface Collecting {

        void enter(Vantage vantage, LeafReaderContext leaf) throws IOException;

        void collect(int doc) throws IOException;
    }

    /** What is selected of the part that a vantage looks at. */
    public Selection select(Vantage vantage, ResourceKind kind, List<Filter> filters) {
        return new Selection(vantage.searcher(kind),
                new QueryCompiler(vantage, look, texts, segments, budget).compile(kind, filters), segments, budget);
    }

    /** What is selected of each part. */
    public List<Selection> select(ResourceKind kind, List<Filter> filters) {
        return look.vantages().stream().map(vantage -> select(vantage, kind, filters)).toList();
    }

    /** Hands over every event that is selected. */
    public void each(List<Filter> filters, Collecting collecting) throws IOException {
        for (Vantage vantage : look.vantages()) {
            Selection selection = select(vantage, ResourceKind.EVENT, filters);
            for (LeafReaderContext leaf : selection.leaves()) {
                Conjunction selected = selection.in(leaf);
                if (selected != null) {
                    collecting.enter(vantage, leaf);
                    for (int doc = selected.next(0); doc != Docs.NO_MORE; doc = selected.next(doc + 1)) {
                        collecting.collect(doc);
                    }
                }
            }
        }
    }
}
