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

/** Parses the operands of CQL2 text: properties, values and functions of them. An instance parses one filter. */
final class OperandParser {

    private final TokenStream tokenStream;

    OperandParser(TokenStream tokenStream) {
        this.tokenStream = tokenStream;
    }

    /** Parses the bracketed arguments of a function. */
    List<Expression> arguments(Operator operator) {
        tokenStream.symbol("(", "before what " + operator + " takes");
        Expression first = tokenStream.deeper(this::operand);
        if (operator.takes(1)) {
            tokenStream.symbol(")", "after what " + operator + " takes");
            return List.of(first);
        }
        tokenStream.symbol(",", "since " + operator + " takes two");
        Expression second = tokenStream.deeper(this::operand);
        tokenStream.symbol(")", "after the two that " + operator + " takes");
        return List.of(first, second);
    }

    /** Parses a property, a value, or a function of one. */
    Expression operand() {
        Expression operand = switch (tokenStream.peek().kind()) {
            case TEXT -> new Text(tokenStream.peek().at(), tokenStream.take().text());
            case QUOTED -> new Named(tokenStream.peek().at(), tokenStream.take().text());
            case NUMBER -> numeral();
            case SYMBOL -> signed();
            case WORD -> word();
            case END -> throw new Cql2Exception(tokenStream.peek().at(), "the filter ends where a property or a value belongs");
        };
        if (tokenStream.peek().kind() == Kind.SYMBOL && List.of("+", "-", "*", "/", "^", "%").contains(tokenStream.peek().text())) {
            throw new Cql2Exception(tokenStream.peek().at(), "arithmetic is not offered; compare a property with a number");
        }
        return operand;
    }

    private Expression numeral() {
        Token number = tokenStream.take();
        return new Numeral(number.at(), Literals.number(number.text(), number.at()));
    }

    private Expression signed() {
        Token sign = tokenStream.peek();
        if (!sign.isSymbol("-") && !sign.isSymbol("+")) {
            throw new Cql2Exception(sign.at(), "a property or a value belongs here, not " + sign.shown());
        }
        tokenStream.take();
        if (tokenStream.peek().kind() != Kind.NUMBER) {
            throw new Cql2Exception(tokenStream.peek().at(), "after " + sign.text() + " comes a number, not " + tokenStream.peek().shown());
        }
        Token number = tokenStream.take();
        return new Numeral(sign.at(), Literals.number(sign.text() + number.text(), sign.at()));
    }

    private Expression word() {
        Token word = tokenStream.take();
        if (word.is("TRUE") || word.is("FALSE")) {
            return new Truth(word.at(), word.is("TRUE"));
        }
        if (Cql2TextParser.KEYWORDS.stream().anyMatch(word::is)) {
            throw new Cql2Exception(word.at(), "a property or a value belongs here, not the keyword " + word.shown()
                    + "; a property of that name is written in double quotes");
        }
        boolean geometry = GeometryReader.TAGS.stream().anyMatch(word::is);
        if (!tokenStream.peek().isSymbol("(") && !(geometry && tokenStream.peek().is("Z"))) {
            return new Named(word.at(), word.text());
        }
        if (geometry) {
            return tokenStream.deeper(() -> new Shape(word.at(), new GeometryReader(tokenStream).read(word)));
        }
        if (word.is("DATE") || word.is("TIMESTAMP")) {
            return instant(word);
        }
        if (word.is("INTERVAL")) {
            return interval(word);
        }
        Operator operator = Operator.function(word.text())
                .orElseThrow(() -> new Cql2Exception(word.at(), "there is no function " + word.shown()
                + NearestMatch.hint(word.text(), Arrays.stream(Operator.values()).map(Operator::word).toList())));
        return new Call(word.at(), operator, arguments(operator));
    }

    private Expression instant(Token word) {
        tokenStream.symbol("(", "after " + word.text());
        Token text = tokenStream.text("a text in single quotes");
        tokenStream.symbol(")", "after what " + word.text() + " takes");
        return word.is("DATE") ? Literals.day(text.text(), text.at()) : Literals.moment(text.text(), text.at());
    }

    private Expression interval(Token word) {
        tokenStream.symbol("(", "after INTERVAL");
        Expression start = end();
        tokenStream.symbol(",", "between the ends of an interval");
        Expression end = end();
        tokenStream.symbol(")", "after the ends of an interval");
        return Literals.interval(start, end, word.at());
    }

    private Expression end() {
        if (tokenStream.peek().kind() == Kind.TEXT) {
            Token text = tokenStream.take();
            return Literals.end(text.text(), text.at());
        }
        return operand();
    }
}
