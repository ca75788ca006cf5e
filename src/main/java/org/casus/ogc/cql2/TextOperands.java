package org.casus.ogc.cql2;

import java.util.Arrays;
import java.util.List;
import org.casus.http.problem.NearestMatch;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Numeral;
import org.casus.ogc.cql2.Expression.Shape;
import org.casus.ogc.cql2.Expression.Text;
import org.casus.ogc.cql2.Expression.Truth;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;

/** Reads what CQL2 text compares: properties, values and functions of them. For one filter. */
final class TextOperands {

    private final Tokens tokens;

    TextOperands(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What a function takes, in brackets. */
    List<Expression> arguments(Op op) {
        tokens.symbol("(", "before what " + op + " takes");
        Expression first = tokens.deeper(this::operand);
        if (op.takes(1)) {
            tokens.symbol(")", "after what " + op + " takes");
            return List.of(first);
        }
        tokens.symbol(",", "since " + op + " takes two");
        Expression second = tokens.deeper(this::operand);
        tokens.symbol(")", "after the two that " + op + " takes");
        return List.of(first, second);
    }

    /** A property, a value, or a function of one. */
    Expression operand() {
        Expression operand = switch (tokens.peek().kind()) {
            case TEXT -> new Text(tokens.peek().at(), tokens.take().text());
            case QUOTED -> new Named(tokens.peek().at(), tokens.take().text());
            case NUMBER -> numeral();
            case SYMBOL -> signed();
            case WORD -> word();
            case END -> throw new Refusal(tokens.peek().at(), "the filter ends where a property or a value belongs");
        };
        if (tokens.peek().kind() == Kind.SYMBOL && List.of("+", "-", "*", "/", "^", "%").contains(tokens.peek().text())) {
            throw new Refusal(tokens.peek().at(), "arithmetic is not offered; compare a property with a number");
        }
        return operand;
    }

    private Expression numeral() {
        Token number = tokens.take();
        return new Numeral(number.at(), Literals.number(number.text(), number.at()));
    }

    private Expression signed() {
        Token sign = tokens.peek();
        if (!sign.isSymbol("-") && !sign.isSymbol("+")) {
            throw new Refusal(sign.at(), "a property or a value belongs here, not " + sign.shown());
        }
        tokens.take();
        if (tokens.peek().kind() != Kind.NUMBER) {
            throw new Refusal(tokens.peek().at(), "after " + sign.text() + " comes a number, not " + tokens.peek().shown());
        }
        Token number = tokens.take();
        return new Numeral(sign.at(), Literals.number(sign.text() + number.text(), sign.at()));
    }

    private Expression word() {
        Token word = tokens.take();
        if (word.is("TRUE") || word.is("FALSE")) {
            return new Truth(word.at(), word.is("TRUE"));
        }
        if (TextParser.KEYWORDS.stream().anyMatch(word::is)) {
            throw new Refusal(word.at(), "a property or a value belongs here, not the keyword " + word.shown()
                    + "; a property of that name is written in double quotes");
        }
        boolean geometry = GeometryReader.TAGS.stream().anyMatch(word::is);
        if (!tokens.peek().isSymbol("(") && !(geometry && tokens.peek().is("Z"))) {
            return new Named(word.at(), word.text());
        }
        if (geometry) {
            return tokens.deeper(() -> new Shape(word.at(), new GeometryReader(tokens).read(word)));
        }
        if (word.is("DATE") || word.is("TIMESTAMP")) {
            return instant(word);
        }
        if (word.is("INTERVAL")) {
            return interval(word);
        }
        Op op = Op.function(word.text()).orElseThrow(() -> new Refusal(word.at(), "there is no function " + word.shown()
                + NearestMatch.hint(word.text(), Arrays.stream(Op.values()).map(Op::word).toList())));
        return new Call(word.at(), op, arguments(op));
    }

    private Expression instant(Token word) {
        tokens.symbol("(", "after " + word.text());
        Token text = tokens.text("a text in single quotes");
        tokens.symbol(")", "after what " + word.text() + " takes");
        return word.is("DATE") ? Literals.day(text.text(), text.at()) : Literals.moment(text.text(), text.at());
    }

    private Expression interval(Token word) {
        tokens.symbol("(", "after INTERVAL");
        Expression start = end();
        tokens.symbol(",", "between the ends of an interval");
        Expression end = end();
        tokens.symbol(")", "after the ends of an interval");
        return Literals.interval(start, end, word.at());
    }

    private Expression end() {
        if (tokens.peek().kind() == Kind.TEXT) {
            Token text = tokens.take();
            return Literals.end(text.text(), text.at());
        }
        return operand();
    }
}
