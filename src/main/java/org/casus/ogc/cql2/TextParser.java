package org.casus.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.http.problem.Nearest;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Numeral;
import org.casus.ogc.cql2.Expression.Shape;
import org.casus.ogc.cql2.Expression.Text;
import org.casus.ogc.cql2.Expression.Truth;
import org.casus.ogc.cql2.Expression.Values;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;

/** Reads CQL2 text (OGC 21-065r2, annex B), by descending through its rules. For one filter. */
final class TextParser {

    private static final Map<String, Op> COMPARISONS = Map.of("=", Op.EQUAL, "<>", Op.UNEQUAL, "<", Op.LESS, ">", Op.GREATER,
            "<=", Op.AT_MOST, ">=", Op.AT_LEAST);
    private static final List<String> KEYWORDS = List.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL");
    private static final String AN_OPERATOR = "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN or IS NULL";

    private final Lexer lexer;
    private Token token;
    private int depth;

    private TextParser(String text) {
        this.lexer = new Lexer(text);
        this.token = lexer.next();
    }

    /** @throws Refusal if it is no filter */
    static Expression parse(String text) {
        TextParser parser = new TextParser(text);
        Expression filter = parser.either();
        if (parser.token.kind() != Kind.END) {
            throw new Refusal(parser.token.at(), "here the filter is complete, and " + parser.token.shown()
                    + " does not go on with it; conditions are joined by AND and OR" + parser.keywordHint());
        }
        return filter;
    }

    private String keywordHint() {
        return token.kind() == Kind.WORD ? Nearest.hint(token.text(), KEYWORDS) : "";
    }

    private Token take() {
        Token taken = token;
        token = lexer.next();
        return taken;
    }

    private boolean takes(String word) {
        if (token.is(word)) {
            take();
            return true;
        }
        return false;
    }

    private void symbol(String symbol, String where) {
        if (!token.isSymbol(symbol)) {
            throw new Refusal(token.at(), "a '" + symbol + "' belongs here, " + where + ", not " + token.shown());
        }
        take();
    }

    private <T> T deeper(Supplier<T> rule) {
        if (++depth > Limits.FILTER_DEPTH) {
            throw new Refusal(token.at(), "a filter is nested at most " + Limits.FILTER_DEPTH + " deep");
        }
        T parsed = rule.get();
        depth--;
        return parsed;
    }

    private Expression either() {
        return joined("OR", Op.OR, this::both);
    }

    private Expression both() {
        return joined("AND", Op.AND, this::negated);
    }

    private Expression joined(String word, Op op, Supplier<Expression> rule) {
        List<Expression> operands = new ArrayList<>(List.of(rule.get()));
        while (takes(word)) {
            operands.add(rule.get());
        }
        return operands.size() == 1 ? operands.get(0) : new Call(operands.get(0).at(), op, operands);
    }

    private Expression negated() {
        Token not = token;
        return takes("NOT") ? deeper(() -> new Call(not.at(), Op.NOT, List.of(negated()))) : condition();
    }

    private Expression condition() {
        if (token.isSymbol("(")) {
            take();
            Expression within = deeper(this::either);
            symbol(")", "to close a bracket");
            return within;
        }
        Token first = token;
        Optional<Op> function = first.kind() == Kind.WORD ? Op.function(first.text()) : Optional.empty();
        if (function.isPresent() && function.get().form() != Op.Form.TEXT) {
            take();
            return new Call(first.at(), function.get(), arguments(function.get()));
        }
        Expression operand = operand();
        if (operand instanceof Truth && isEndOfCondition()) {
            return operand;
        }
        return comparison(operand);
    }

    private boolean isEndOfCondition() {
        return token.kind() == Kind.END || token.isSymbol(")") || token.is("AND") || token.is("OR");
    }

    private List<Expression> arguments(Op op) {
        symbol("(", "before what " + op + " takes");
        Expression first = deeper(this::operand);
        if (op.takes(1)) {
            symbol(")", "after what " + op + " takes");
            return List.of(first);
        }
        symbol(",", "since " + op + " takes two");
        Expression second = deeper(this::operand);
        symbol(")", "after the two that " + op + " takes");
        return List.of(first, second);
    }

    private Expression comparison(Expression left) {
        Op op = token.kind() == Kind.SYMBOL ? COMPARISONS.get(token.text()) : null;
        if (op != null) {
            take();
            return new Call(left.at(), op, List.of(left, operand()));
        }
        if (takes("IS")) {
            boolean negated = takes("NOT");
            if (!takes("NULL")) {
                throw new Refusal(token.at(), "after IS comes NULL or NOT NULL, not " + token.shown());
            }
            return not(negated, new Call(left.at(), Op.IS_NULL, List.of(left)));
        }
        boolean negated = takes("NOT");
        if (takes("LIKE")) {
            return not(negated, new Call(left.at(), Op.LIKE, List.of(left, operand())));
        }
        if (takes("BETWEEN")) {
            Expression least = operand();
            if (!takes("AND")) {
                throw new Refusal(token.at(), "BETWEEN takes two bounds with AND between them, not " + token.shown());
            }
            return not(negated, new Call(left.at(), Op.BETWEEN, List.of(left, least, operand())));
        }
        if (takes("IN")) {
            return not(negated, new Call(left.at(), Op.IN, List.of(left, values())));
        }
        throw new Refusal(token.at(), "a comparison goes on here with " + (negated ? "LIKE, BETWEEN or IN" : AN_OPERATOR) + ", not "
                + token.shown() + keywordHint());
    }

    private static Expression not(boolean negated, Expression expression) {
        return negated ? new Call(expression.at(), Op.NOT, List.of(expression)) : expression;
    }

    private Values values() {
        Token open = token;
        symbol("(", "before the values to choose from");
        List<Expression> values = new ArrayList<>(List.of(operand()));
        while (token.isSymbol(",")) {
            take();
            values.add(operand());
        }
        symbol(")", "after the values to choose from");
        return new Values(open.at(), values);
    }

    private Expression operand() {
        Expression operand = switch (token.kind()) {
            case TEXT -> new Text(token.at(), take().text());
            case QUOTED -> new Named(token.at(), take().text());
            case NUMBER -> numeral();
            case SYMBOL -> signed();
            case WORD -> word();
            case END -> throw new Refusal(token.at(), "the filter ends where a property or a value belongs");
        };
        if (token.kind() == Kind.SYMBOL && List.of("+", "-", "*", "/", "^", "%").contains(token.text())) {
            throw new Refusal(token.at(), "arithmetic is not offered; compare a property with a number");
        }
        return operand;
    }

    private Expression numeral() {
        Token number = take();
        return new Numeral(number.at(), Literals.number(number.text(), number.at()));
    }

    private Expression signed() {
        Token sign = token;
        if (!sign.isSymbol("-") && !sign.isSymbol("+")) {
            throw new Refusal(sign.at(), "a property or a value belongs here, not " + sign.shown());
        }
        take();
        if (token.kind() != Kind.NUMBER) {
            throw new Refusal(token.at(), "after " + sign.text() + " comes a number, not " + token.shown());
        }
        Token number = take();
        return new Numeral(sign.at(), Literals.number(sign.text() + number.text(), sign.at()));
    }

    private Expression word() {
        Token word = take();
        if (word.is("TRUE") || word.is("FALSE")) {
            return new Truth(word.at(), word.is("TRUE"));
        }
        if (KEYWORDS.stream().anyMatch(word::is)) {
            throw new Refusal(word.at(), "a property or a value belongs here, not the keyword " + word.shown()
                    + "; a property of that name is written in double quotes");
        }
        boolean geometry = GeometryReader.TAGS.stream().anyMatch(word::is);
        if (!token.isSymbol("(") && !(geometry && token.is("Z"))) {
            return new Named(word.at(), word.text());
        }
        if (geometry) {
            return deeper(() -> new Shape(word.at(), new GeometryReader(this::peek, this::take).read(word)));
        }
        if (word.is("DATE") || word.is("TIMESTAMP")) {
            return instant(word);
        }
        if (word.is("INTERVAL")) {
            return interval(word);
        }
        Op op = Op.function(word.text()).orElseThrow(() -> new Refusal(word.at(), "there is no function " + word.shown()
                + Nearest.hint(word.text(), java.util.Arrays.stream(Op.values()).map(Op::word).toList())));
        return new Call(word.at(), op, arguments(op));
    }

    private Token peek() {
        return token;
    }

    private Expression instant(Token word) {
        symbol("(", "after " + word.text());
        Token text = text("a text in single quotes");
        symbol(")", "after what " + word.text() + " takes");
        return word.is("DATE") ? Literals.day(text.text(), text.at()) : Literals.moment(text.text(), text.at());
    }

    private Token text(String what) {
        if (token.kind() != Kind.TEXT) {
            throw new Refusal(token.at(), what + " belongs here, not " + token.shown());
        }
        return take();
    }

    private Expression interval(Token word) {
        symbol("(", "after INTERVAL");
        Expression start = end();
        symbol(",", "between the ends of an interval");
        Expression end = end();
        symbol(")", "after the ends of an interval");
        return Literals.interval(start, end, word.at());
    }

    private Expression end() {
        if (token.kind() == Kind.TEXT) {
            Token text = take();
            return Literals.end(text.text(), text.at());
        }
        return operand();
    }
}
