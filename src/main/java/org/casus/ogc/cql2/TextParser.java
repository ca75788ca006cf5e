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

/** Reads CQL2 text (OGC 21-065r2, annex B), by descending through its rules. For one filter. */
final class TextParser {

    private static final Map<String, Op> COMPARISONS = Map.of("=", Op.EQUAL, "<>", Op.UNEQUAL, "<", Op.LESS, ">", Op.GREATER,
            "<=", Op.AT_MOST, ">=", Op.AT_LEAST);
    static final List<String> KEYWORDS = List.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL");
    private static final String AN_OPERATOR = "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN or IS NULL";

    private final Tokens tokens;
    private final TextOperands operands;

    private TextParser(String text) {
        this.tokens = new Tokens(text);
        this.operands = new TextOperands(tokens);
    }

    /** @throws Refusal if it is no filter */
    static Expression parse(String text) {
        TextParser parser = new TextParser(text);
        Expression filter = parser.either();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw new Refusal(parser.tokens.peek().at(), "here the filter is complete, and " + parser.tokens.peek().shown()
                    + " does not go on with it; conditions are joined by AND and OR" + parser.keywordHint());
        }
        return filter;
    }

    private String keywordHint() {
        return tokens.peek().kind() == Kind.WORD ? NearestMatch.hint(tokens.peek().text(), KEYWORDS) : "";
    }

    private Expression either() {
        return joined("OR", Op.OR, this::both);
    }

    private Expression both() {
        return joined("AND", Op.AND, this::negated);
    }

    private Expression joined(String word, Op op, Supplier<Expression> rule) {
        List<Expression> operands = new ArrayList<>(List.of(rule.get()));
        while (tokens.takes(word)) {
            operands.add(rule.get());
        }
        return operands.size() == 1 ? operands.get(0) : new Call(operands.get(0).at(), op, operands);
    }

    private Expression negated() {
        Token not = tokens.peek();
        return tokens.takes("NOT") ? tokens.deeper(() -> new Call(not.at(), Op.NOT, List.of(negated()))) : condition();
    }

    private Expression condition() {
        if (tokens.peek().isSymbol("(")) {
            tokens.take();
            Expression within = tokens.deeper(this::either);
            tokens.symbol(")", "to close a bracket");
            return within;
        }
        Token first = tokens.peek();
        Optional<Op> function = first.kind() == Kind.WORD ? Op.function(first.text()) : Optional.empty();
        if (function.isPresent() && function.get().form() != Op.Form.TEXT) {
            tokens.take();
            return new Call(first.at(), function.get(), operands.arguments(function.get()));
        }
        Expression operand = operands.operand();
        if (operand instanceof Truth && isEndOfCondition()) {
            return operand;
        }
        return comparison(operand);
    }

    private boolean isEndOfCondition() {
        return tokens.peek().kind() == Kind.END || tokens.peek().isSymbol(")") || tokens.peek().is("AND") || tokens.peek().is("OR");
    }

    private Expression comparison(Expression left) {
        Op op = tokens.peek().kind() == Kind.SYMBOL ? COMPARISONS.get(tokens.peek().text()) : null;
        if (op != null) {
            tokens.take();
            return new Call(left.at(), op, List.of(left, operands.operand()));
        }
        if (tokens.takes("IS")) {
            boolean negated = tokens.takes("NOT");
            if (!tokens.takes("NULL")) {
                throw new Refusal(tokens.peek().at(), "after IS comes NULL or NOT NULL, not " + tokens.peek().shown());
            }
            return not(negated, new Call(left.at(), Op.IS_NULL, List.of(left)));
        }
        boolean negated = tokens.takes("NOT");
        if (tokens.takes("LIKE")) {
            return not(negated, new Call(left.at(), Op.LIKE, List.of(left, operands.operand())));
        }
        if (tokens.takes("BETWEEN")) {
            Expression least = operands.operand();
            if (!tokens.takes("AND")) {
                throw new Refusal(tokens.peek().at(), "BETWEEN takes two bounds with AND between them, not " + tokens.peek().shown());
            }
            return not(negated, new Call(left.at(), Op.BETWEEN, List.of(left, least, operands.operand())));
        }
        if (tokens.takes("IN")) {
            return not(negated, new Call(left.at(), Op.IN, List.of(left, values())));
        }
        throw new Refusal(tokens.peek().at(), "a comparison goes on here with " + (negated ? "LIKE, BETWEEN or IN" : AN_OPERATOR) + ", not "
                + tokens.peek().shown() + keywordHint());
    }

    private static Expression not(boolean negated, Expression expression) {
        return negated ? new Call(expression.at(), Op.NOT, List.of(expression)) : expression;
    }

    private Values values() {
        Token open = tokens.peek();
        tokens.symbol("(", "before the values to choose from");
        List<Expression> values = new ArrayList<>(List.of(operands.operand()));
        while (tokens.peek().isSymbol(",")) {
            tokens.take();
            values.add(operands.operand());
        }
        tokens.symbol(")", "after the values to choose from");
        return new Values(open.at(), values);
    }

}
