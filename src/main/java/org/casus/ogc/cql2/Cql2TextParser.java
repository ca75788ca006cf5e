package org.casus.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.casus.http.problem.NearestMatch;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Truth;
import org.casus.ogc.cql2.Expression.Values;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;

/** A recursive descent parser for CQL2 text (OGC 21-065r2, annex B). An instance parses one filter. */
final class Cql2TextParser {

    private static final Map<String, Operator> COMPARISONS = Map.of("=", Operator.EQUAL, "<>", Operator.UNEQUAL, "<", Operator.LESS, ">",
            Operator.GREATER, "<=", Operator.AT_MOST, ">=", Operator.AT_LEAST);
    static final List<String> KEYWORDS = List.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL");
    private static final String AN_OPERATOR = "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN or IS NULL";

    private final TokenStream tokenStream;
    private final OperandParser operands;

    private Cql2TextParser(String text) {
        this.tokenStream = new TokenStream(text);
        this.operands = new OperandParser(tokenStream);
    }

    /**
     * Parses a filter.
     *
     * @throws Cql2Exception if the text is not a valid filter
     */
    static Expression parse(String text) {
        Cql2TextParser parser = new Cql2TextParser(text);
        Expression filter = parser.either();
        if (parser.tokenStream.peek().kind() != Kind.END) {
            throw new Cql2Exception(parser.tokenStream.peek().at(), "here the filter is complete, and " + parser.tokenStream.peek().shown()
                    + " does not go on with it; conditions are joined by AND and OR" + parser.keywordHint());
        }
        return filter;
    }

    private String keywordHint() {
        return tokenStream.peek().kind() == Kind.WORD ? NearestMatch.hint(tokenStream.peek().text(), KEYWORDS) : "";
    }

    private Expression either() {
        return joined("OR", Operator.OR, this::both);
    }

    private Expression both() {
        return joined("AND", Operator.AND, this::negated);
    }

    private Expression joined(String word, Operator operator, Supplier<Expression> rule) {
        List<Expression> operands = new ArrayList<>(List.of(rule.get()));
        while (tokenStream.takes(word)) {
            operands.add(rule.get());
        }
        return operands.size() == 1 ? operands.get(0) : new Call(operands.get(0).at(), operator, operands);
    }

    private Expression negated() {
        Token not = tokenStream.peek();
        return tokenStream.takes("NOT") ? tokenStream.deeper(() -> new Call(not.at(), Operator.NOT, List.of(negated()))) : condition();
    }

    private Expression condition() {
        if (tokenStream.peek().isSymbol("(")) {
            tokenStream.take();
            Expression within = tokenStream.deeper(this::either);
            tokenStream.symbol(")", "to close a bracket");
            return within;
        }
        Token first = tokenStream.peek();
        Optional<Operator> function = first.kind() == Kind.WORD ? Operator.function(first.text()) : Optional.empty();
        if (function.isPresent() && function.get().form() != Operator.Form.TEXT) {
            tokenStream.take();
            return new Call(first.at(), function.get(), operands.arguments(function.get()));
        }
        Expression operand = operands.operand();
        if (operand instanceof Truth && isEndOfCondition()) {
            return operand;
        }
        return comparison(operand);
    }

    private boolean isEndOfCondition() {
        return tokenStream.peek().kind() == Kind.END || tokenStream.peek().isSymbol(")") || tokenStream.peek().is("AND")
                || tokenStream.peek().is("OR");
    }

    private Expression comparison(Expression left) {
        Operator operator = tokenStream.peek().kind() == Kind.SYMBOL ? COMPARISONS.get(tokenStream.peek().text()) : null;
        if (operator != null) {
            tokenStream.take();
            return new Call(left.at(), operator, List.of(left, operands.operand()));
        }
        if (tokenStream.takes("IS")) {
            boolean negated = tokenStream.takes("NOT");
            if (!tokenStream.takes("NULL")) {
                throw new Cql2Exception(tokenStream.peek().at(), "after IS comes NULL or NOT NULL, not " + tokenStream.peek().shown());
            }
            return not(negated, new Call(left.at(), Operator.IS_NULL, List.of(left)));
        }
        boolean negated = tokenStream.takes("NOT");
        if (tokenStream.takes("LIKE")) {
            return not(negated, new Call(left.at(), Operator.LIKE, List.of(left, operands.operand())));
        }
        if (tokenStream.takes("BETWEEN")) {
            Expression least = operands.operand();
            if (!tokenStream.takes("AND")) {
                throw new Cql2Exception(tokenStream.peek().at(), "BETWEEN takes two bounds with AND between them, not "
                        + tokenStream.peek().shown());
            }
            return not(negated, new Call(left.at(), Operator.BETWEEN, List.of(left, least, operands.operand())));
        }
        if (tokenStream.takes("IN")) {
            return not(negated, new Call(left.at(), Operator.IN, List.of(left, values())));
        }
        throw new Cql2Exception(tokenStream.peek().at(), "a comparison goes on here with "
                + (negated ? "LIKE, BETWEEN or IN" : AN_OPERATOR) + ", not " + tokenStream.peek().shown() + keywordHint());
    }

    private static Expression not(boolean negated, Expression expression) {
        return negated ? new Call(expression.at(), Operator.NOT, List.of(expression)) : expression;
    }

    private Values values() {
        Token open = tokenStream.peek();
        tokenStream.symbol("(", "before the values to choose from");
        List<Expression> values = new ArrayList<>(List.of(operands.operand()));
        while (tokenStream.peek().isSymbol(",")) {
            tokenStream.take();
            values.add(operands.operand());
        }
        tokenStream.symbol(")", "after the values to choose from");
        return new Values(open.at(), values);
    }

}
