package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.query.condition.TextPredicate;

/**
 * Matches documents with a term whose text passes a test. It visits every term with the prefix, and each of these terms
 * may occur in many documents.
 */
final class TextPredicateQuery extends MultiTermQuery {

    private final String prefix;
    private final Optional<TextPredicate> wording;
    private final UnaryOperator<String> text;
    private final QueryBudget budget;

    /**
     * Creates a query on one field.
     *
     * @param prefix the prefix of every term, which is not part of the text
     * @param wording the test; empty for any term
     * @param text converts the rest of a term after the prefix to the text; always the same function for a field
     * @param budget charged one step for each term
     */
    TextPredicateQuery(String field, String prefix, Optional<TextPredicate> wording, UnaryOperator<String> text, QueryBudget budget) {
        super(field, CONSTANT_SCORE_REWRITE);
        this.prefix = prefix;
        this.wording = wording;
        this.text = text;
        this.budget = budget;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new Passing(terms.iterator(), new BytesRef(prefix));
    }

    private final class Passing extends FilteredTermsEnum {

        private final BytesRef first;

        Passing(TermsEnum terms, BytesRef first) {
            super(terms);
            this.first = first;
            setInitialSeekTerm(first);
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            if (!StringHelper.startsWith(term, first)) {
                return AcceptStatus.END;
            }
            budget.step();
            return wording.isEmpty() || wording.get().test(text.apply(
                    new BytesRef(term.bytes, term.offset + first.length, term.length - first.length).utf8ToString()))
                    ? AcceptStatus.YES : AcceptStatus.NO;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String of) {
        return getField() + " " + wording;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof TextPredicateQuery that && prefix.equals(that.prefix)
                && wording.equals(that.wording);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), prefix, wording);
    }
}
