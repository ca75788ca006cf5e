package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;
import org.casus.query.Point;
import org.casus.query.where.Geometry;

/** Reads geometries as text: Well-Known Text (OGC 06-103r4, clause 7), and boxes. */
final class GeometryReader {

    /** What a geometry begins with. */
    static final List<String> TAGS = List.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
            "GEOMETRYCOLLECTION", "BBOX");

    private final Supplier<Token> peek;
    private final Supplier<Token> take;
    private int depth;

    /** @param peek the next token, which {@code take} takes */
    GeometryReader(Supplier<Token> peek, Supplier<Token> take) {
        this.peek = peek;
        this.take = take;
    }

    /** What follows a tag. */
    Geometry read(Token tag) {
        if (++depth > Limits.FILTER_DEPTH) {
            throw new Refusal(tag.at(), "geometries are nested at most " + Limits.FILTER_DEPTH + " deep");
        }
        if (peek.get().is("Z")) {
            take.get();
        }
        Geometry geometry = switch (tag.text().toUpperCase(Locale.ROOT)) {
            case "POINT" -> new Geometry.Dots(List.of(bracketed(this::position)));
            case "MULTIPOINT" -> new Geometry.Dots(list(this::dot));
            case "LINESTRING" -> new Geometry.Lines(List.of(line()));
            case "MULTILINESTRING" -> new Geometry.Lines(list(this::line));
            case "POLYGON" -> new Geometry.Faces(List.of(face()));
            case "MULTIPOLYGON" -> new Geometry.Faces(list(this::face));
            case "BBOX" -> box(tag);
            default -> new Geometry.Several(list(this::member));
        };
        depth--;
        return geometry;
    }

    private Geometry member() {
        Token tag = take.get();
        if (TAGS.stream().noneMatch(tag::is) || tag.is("BBOX")) {
            throw new Refusal(tag.at(), "a geometry belongs here, such as POINT(14.42 50.09), not " + tag.shown());
        }
        return read(tag);
    }

    private Geometry box(Token tag) {
        return Literals.box(list(this::number), tag.at());
    }

    private Geometry.Path line() {
        Token open = peek.get();
        return Literals.line(list(this::position), open.at());
    }

    private Geometry.Face face() {
        return new Geometry.Face(list(() -> {
            Token open = peek.get();
            return Literals.ring(list(this::position), open.at());
        }));
    }

    /** One of several points, which may stand in brackets of its own. */
    private Point dot() {
        return peek.get().isSymbol("(") ? bracketed(this::position) : position();
    }

    private Point position() {
        Token first = peek.get();
        List<BigDecimal> numbers = new ArrayList<>();
        while (isNumber()) {
            numbers.add(number());
        }
        return Literals.point(numbers, first.at());
    }

    private boolean isNumber() {
        return peek.get().kind() == Kind.NUMBER || peek.get().isSymbol("-") || peek.get().isSymbol("+");
    }

    private BigDecimal number() {
        Token first = take.get();
        boolean signed = first.isSymbol("-") || first.isSymbol("+");
        Token digits = signed ? take.get() : first;
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
            while (peek.get().isSymbol(",")) {
                take.get();
                read.add(rule.get());
            }
            return read;
        });
    }

    private void symbol(String symbol) {
        Token found = take.get();
        if (!found.isSymbol(symbol)) {
            throw new Refusal(found.at(), "a '" + symbol + "' belongs here in a geometry, not " + found.shown());
        }
    }
}
