package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.casus.model.geo.Point;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;
import org.casus.query.condition.Geometry;

/** Reads geometries as text: Well-Known Text (OGC 06-103r4, clause 7), and boxes. */
final class GeometryReader {

    /** What a geometry begins with. */
    static final List<String> TAGS = List.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
            "GEOMETRYCOLLECTION", "BBOX");

    private final Tokens tokens;

    GeometryReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What follows a tag. */
    Geometry read(Token tag) {
        if (tokens.peek().is("Z")) {
            tokens.take();
        }
        return switch (tag.text().toUpperCase(Locale.ROOT)) {
            case "POINT" -> new Geometry.Dots(List.of(bracketed(this::position)));
            case "MULTIPOINT" -> new Geometry.Dots(list(this::dot));
            case "LINESTRING" -> new Geometry.Lines(List.of(line()));
            case "MULTILINESTRING" -> new Geometry.Lines(list(this::line));
            case "POLYGON" -> new Geometry.Faces(List.of(face()));
            case "MULTIPOLYGON" -> new Geometry.Faces(list(this::face));
            case "BBOX" -> box(tag);
            default -> new Geometry.Several(list(this::member));
        };
    }

    private Geometry member() {
        Token tag = tokens.take();
        if (TAGS.stream().noneMatch(tag::is) || tag.is("BBOX")) {
            throw new Refusal(tag.at(), "a geometry belongs here, such as POINT(14.42 50.09), not " + tag.shown());
        }
        return tokens.deeper(() -> read(tag));
    }

    private Geometry box(Token tag) {
        return Literals.box(list(this::number), tag.at());
    }

    private Geometry.Path line() {
        Token open = tokens.peek();
        return Literals.line(list(this::position), open.at());
    }

    private Geometry.Face face() {
        return new Geometry.Face(list(() -> {
            Token open = tokens.peek();
            return Literals.ring(list(this::position), open.at());
        }));
    }

    /** One of several points, which may stand in brackets of its own. */
    private Point dot() {
        return tokens.peek().isSymbol("(") ? bracketed(this::position) : position();
    }

    private Point position() {
        Token first = tokens.peek();
        List<BigDecimal> numbers = new ArrayList<>();
        while (isNumber()) {
            numbers.add(number());
        }
        return Literals.point(numbers, first.at());
    }

    private boolean isNumber() {
        return tokens.peek().kind() == Kind.NUMBER || tokens.peek().isSymbol("-") || tokens.peek().isSymbol("+");
    }

    private BigDecimal number() {
        Token first = tokens.take();
        boolean signed = first.isSymbol("-") || first.isSymbol("+");
        Token digits = signed ? tokens.take() : first;
        if (digits.kind() != Kind.NUMBER) {
            throw new Refusal(digits.at(), "a number belongs here, not " + digits.shown());
        }
        return Literals.number((signed ? first.text() : "") + digits.text(), first.at());
    }

    private <T> T bracketed(Supplier<T> rule) {
        symbol("(");
        T read = rule.get();
        symbol(")");
        return read;
    }

    private <T> List<T> list(Supplier<T> rule) {
        return bracketed(() -> {
            List<T> read = new ArrayList<>(List.of(rule.get()));
            while (tokens.peek().isSymbol(",")) {
                tokens.take();
                read.add(rule.get());
            }
            return read;
        });
    }

    private void symbol(String symbol) {
        Token found = tokens.take();
        if (!found.isSymbol(symbol)) {
            throw new Refusal(found.at(), "a '" + symbol + "' belongs here in a geometry, not " + found.shown());
        }
    }
}
