package org.casus.index.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.casus.http.Limits;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKind;

/** Looks up words before a search: other names of the same resource, and the number of terms with a prefix. */
final class WordLookup {

    private static final List<String> SEARCHED = List.of(LuceneFields.TITLE, LuceneFields.TEXT);

    private final QueryContext context;

    WordLookup(QueryContext context) {
        this.context = context;
    }

    /** Returns the words themselves and, if they are a whole name of a place or an actor, its other names as well. */
    List<List<String>> wordings(List<String> words) {
        String name = String.join(" ", words);
        Set<String> names = new TreeSet<>();
        for (ResourceKind kind : TextQueryCompiler.NAMED) {
            for (IndexView view : context.vantages()) {
                BooleanQuery.Builder query = new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(LuceneFields.KIND, kind.token())), Occur.FILTER)
                        .add(new TermQuery(new Term(LuceneFields.WHOLE_NAME, name)), Occur.FILTER);
                view.restriction().forEach(restriction -> query.add(restriction, Occur.FILTER));
                collectNames(view.searcher(kind), query.build(), names);
            }
        }
        names.remove(name);
        List<List<String>> wordings = new ArrayList<>(List.of(words));
        names.stream().limit(Limits.OTHER_NAMES).map(other -> List.of(other.split(" "))).forEach(wordings::add);
        return wordings;
    }

    private static void collectNames(IndexSearcher searcher, BooleanQuery query, Set<String> names) {
        try {
            searcher.search(query, new SimpleCollector() {
                private SortedSetDocValues held;

                @Override
                protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
                    held = DocValues.getSortedSet(leaf.reader(), LuceneFields.WHOLE_NAME);
                }

                @Override
                public void collect(int doc) throws IOException {
                    held.advanceExact(doc);
                    for (int i = 0; i < held.docValueCount(); i++) {
                        names.add(held.lookupOrd(held.nextOrd()).utf8ToString());
                    }
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

    /**
     * Checks that a prefix does not match too many words.
     *
     * @throws Problem 400 if more words have the prefix than one query may search for
     */
    void checkPrefix(String shown, String prefix, ResourceKind kind) {
        Set<BytesRef> words = new HashSet<>();
        for (IndexView view : context.vantages()) {
            for (ResourceKind searched : EnumSet.of(kind, ResourceKind.ACTOR)) {
                for (LeafReaderContext leaf : view.searcher(searched).getIndexReader().leaves()) {
                    if (!fewBegin(leaf, new BytesRef(prefix), words)) {
                        throw Problem.parameter("q", ErrorCode.SIZE, "more than " + Limits.WORDS_OF_PREFIX
                                + " words begin with '" + CleanText.shown(shown) + "'; write more of the word");
                    }
                }
            }
        }
    }

    private static boolean fewBegin(LeafReaderContext leaf, BytesRef prefix, Set<BytesRef> words) {
        try {
            for (String field : SEARCHED) {
                TermsEnum terms = Terms.getTerms(leaf.reader(), field).iterator();
                boolean found = terms.seekCeil(prefix) != TermsEnum.SeekStatus.END;
                for (BytesRef word = found ? terms.term() : null;
                        word != null && StringHelper.startsWith(word, prefix); word = terms.next()) {
                    words.add(BytesRef.deepCopyOf(word));
                    if (words.size() > Limits.WORDS_OF_PREFIX) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
