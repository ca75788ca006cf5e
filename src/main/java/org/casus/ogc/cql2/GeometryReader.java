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

/** Parses geometries in Well-Known Text (OGC 06-103r4, clause 7) and boxes ({@code BBOX}). */
final class GeometryReader {

    /** The keywords with which geometries begin. */
    static final List<String> TAGS = List.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
            "GEOMETRYCOLLECTION", "BBOX");

    private final TokenStream tokenStream;

    GeometryReader(TokenStream tokenStream) {
        this.tokenStream = tokenStream;
    }

    /** Parses the rest of a geometry after its keyword. */
    Geometry read(Token tag) {
        if (tokenStream.peek().is("Z")) {
            tokenStream.take();
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
        Token tag = tokenStream.take();
        if (TAGS.stream().noneMatch(tag::is) || tag.is("BBOX")) {
            throw new Cql2Exception(tag.at(), "a geometry belongs here, such as POINT(14.42 50.09), not " + tag.shown());
        }
        return tokenStream.deeper(() -> read(tag));
    }

    private Geometry box(Token tag) {
        return Literals.box(list(this::number), tag.at());
    }

    private Geometry.Path line() {
        Token open = tokenStream.peek();
        return Literals.line(list(this::position), open.at());
    }

    private Geometry.Face face() {
        return new Geometry.Face(list(() -> {
            Token open = tokenStream.peek();
            return Literals.ring(list(this::position), open.at());
        }));
    }

    /** Parses one point of a MULTIPOINT, with or without its own brackets. */
    private Point dot() {
        return tokenStream.peek().isSymbol("(") ? bracketed(this::position) : position();
    }

    private Point position() {
        Token first = tokenStream.peek();
        List<BigDecimal> numbers = new ArrayList<>();
        while (isNumber()) {
            numbers.add(number());
        }
        return Literals.point(numbers, first.at());
    }

    private boolean isNumber() {
        return tokenStream.peek().kind() == Kind.NUMBER || tokenStream.peek().isSymbol("-") || tokenStream.peek().isSymbol("+");
    }

    private BigDecimal number() {
        Token first = tokenStream.take();
        boolean signed = first.isSymbol("-") || first.isSymbol("+");
        Token digits = signed ? tokenStream.take() : first;
        if (digits.kind() != Kind.NUMBER) {
            throw new Cql2Exception(digits.at(), "a number belongs here, not " + digits.shown());
        }
        return Literals.number((signed ? first.text() : "") + digits.text(), first.at());
    }

    private <T> T bracketed(Supplier<T> rule) {
        symbol("(");
        T read = rule.get();
        symbol(")");
        return read;
    }

    /** Parses a bracketed, comma-separated list. */
    private <T> List<T> list(Supplier<T> rule) {
        return bracketed(() -> {
            List<T> read = new ArrayList<>(List.of(rule.get()));
            while (tokenStream.peek().isSymbol(",")) {
                tokenStream.take();
                read.add(rule.get());
            }
            return read;
        });
    }

    private void symbol(String symbol) {
        Token found = tokenStream.take();
        if (!found.isSymbol(symbol)) {
            throw new Cql2Exception(found.at(), "a '" + symbol + "' belongs here in a geometry, not " + found.shown());
        }
    }
}
