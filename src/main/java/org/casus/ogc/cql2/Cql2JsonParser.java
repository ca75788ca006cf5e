package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.casus.http.json.CleanText;
import org.casus.http.problem.NearestMatch;
import org.casus.model.geo.Point;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Numeral;
import org.casus.ogc.cql2.Expression.Shape;
import org.casus.ogc.cql2.Expression.Text;
import org.casus.ogc.cql2.Expression.Truth;
import org.casus.ogc.cql2.Expression.Values;
import org.casus.ogc.cql2.PositionedJson.Elements;
import org.casus.ogc.cql2.PositionedJson.Figure;
import org.casus.ogc.cql2.PositionedJson.Flag;
import org.casus.ogc.cql2.PositionedJson.Members;
import org.casus.ogc.cql2.PositionedJson.Words;
import org.casus.query.condition.Geometry;

/** Parses CQL2 JSON (OGC 21-065r2, section 9.3), with geometries in GeoJSON (RFC 7946). */
final class Cql2JsonParser {

    private static final List<String> GEOMETRIES = List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
            "MultiPolygon", "GeometryCollection");

    private Cql2JsonParser() {
    }

    /**
     * Parses a filter.
     *
     * @throws Cql2Exception if the text is not a valid filter
     */
    static Expression parse(String text) {
        return expression(PositionedJson.read(text));
    }

    private static Expression expression(PositionedJson node) {
        if (node instanceof Words words) {
            return new Text(words.at(), words.text());
        }
        if (node instanceof Figure figure) {
            return new Numeral(figure.at(), figure.number());
        }
        if (node instanceof Flag flag) {
            return new Truth(flag.at(), flag.value());
        }
        if (node instanceof Elements elements) {
            return new Values(elements.at(), elements.elements().stream().map(Cql2JsonParser::expression).toList());
        }
        if (node instanceof Members members) {
            return members(members);
        }
        throw new Cql2Exception(node.at(), "null is no value to compare with; {\"op\":\"isNull\",\"args\":[{\"property\":\"…\"}]} asks"
                + " whether a property has none");
    }

    private static Expression members(Members json) {
        Map<String, PositionedJson> members = json.members();
        if (members.containsKey("op")) {
            only(json, "op", "args");
            return call(json);
        }
        if (members.containsKey("property")) {
            only(json, "property");
            return new Named(json.at(), text(json, "property"));
        }
        if (members.containsKey("date")) {
            only(json, "date");
            return Literals.day(text(json, "date"), members.get("date").at());
        }
        if (members.containsKey("timestamp")) {
            only(json, "timestamp");
            return Literals.moment(text(json, "timestamp"), members.get("timestamp").at());
        }
        if (members.containsKey("interval")) {
            only(json, "interval");
            return interval(json);
        }
        if (members.containsKey("bbox") && !members.containsKey("type")) {
            only(json, "bbox");
            return new Shape(json.at(), Literals.box(each(members.get("bbox"), Cql2JsonParser::number), json.at()));
        }
        if (members.containsKey("type")) {
            return new Shape(json.at(), geometry(json));
        }
        throw new Cql2Exception(json.at(), "an object here has one of the members op (with args), property, date, timestamp, interval,"
                + " bbox or type (of a geometry)");
    }

    /** Checks that an object has no members except the given ones. */
    private static void only(Members json, String... names) {
        json.members().forEach((name, value) -> {
            if (!Set.of(names).contains(name)) {
                throw new Cql2Exception(value.at(), "there is no member '" + CleanText.shown(name) + "' beside '" + names[0] + "'");
            }
        });
    }

    private static Expression call(Members json) {
        String word = text(json, "op");
        Operator operator = Operator.ofWord(word)
                .orElseThrow(() -> new Cql2Exception(json.members().get("op").at(), "there is no operation '"
                + CleanText.shown(word) + "'" + NearestMatch.hint(word, Arrays.stream(Operator.values()).map(Operator::word).toList())));
        PositionedJson args = json.members().get("args");
        if (!(args instanceof Elements elements)) {
            throw new Cql2Exception(args == null ? json.at() : args.at(), "'args' is an array of what '" + operator.word() + "' takes");
        }
        if (!operator.takes(elements.elements().size())) {
            throw new Cql2Exception(args.at(), "'" + operator.word() + "' takes " + operator.arity() + ", not "
                    + elements.elements().size());
        }
        return new Call(json.at(), operator, elements.elements().stream().map(Cql2JsonParser::expression).toList());
    }

    private static Expression interval(Members json) {
        List<Expression> ends = each(json.members().get("interval"), end -> end instanceof Words words
                ? Literals.end(words.text(), words.at())
                : expression(end));
        if (ends.size() != 2) {
            throw new Cql2Exception(json.at(), "an interval has two ends, not " + ends.size());
        }
        return Literals.interval(ends.get(0), ends.get(1), json.at());
    }

    private static String text(Members json, String member) {
        if (json.members().get(member) instanceof Words words) {
            return words.text();
        }
        PositionedJson wrong = json.members().get(member);
        throw new Cql2Exception(wrong == null ? json.at() : wrong.at(), "'" + member + "' is a text in double quotes");
    }

    private static <T> List<T> each(PositionedJson node, Function<PositionedJson, T> read) {
        if (node instanceof Elements elements) {
            return elements.elements().stream().map(read).toList();
        }
        throw new Cql2Exception(node.at(), "an array belongs here");
    }

    private static BigDecimal number(PositionedJson node) {
        if (node instanceof Figure figure) {
            return figure.number();
        }
        throw new Cql2Exception(node.at(), "a number belongs here");
    }

    private static Geometry geometry(Members json) {
        String type = text(json, "type");
        boolean collection = type.equals("GeometryCollection");
        if (!GEOMETRIES.contains(type)) {
            throw new Cql2Exception(json.members().get("type").at(), "'" + CleanText.shown(type) + "' is no geometry of GeoJSON; these are "
                    + String.join(", ", GEOMETRIES) + NearestMatch.hint(type, GEOMETRIES));
        }
        String member = collection ? "geometries" : "coordinates";
        PositionedJson within = json.members().get(member);
        if (within == null) {
            throw new Cql2Exception(json.at(), "a " + type + " has '" + member + "'");
        }
        return switch (type) {
            case "Point" -> new Geometry.Dots(List.of(point(within)));
            case "MultiPoint" -> new Geometry.Dots(filled(within, Cql2JsonParser::point));
            case "LineString" -> new Geometry.Lines(List.of(line(within)));
            case "MultiLineString" -> new Geometry.Lines(filled(within, Cql2JsonParser::line));
            case "Polygon" -> new Geometry.Faces(List.of(face(within)));
            case "MultiPolygon" -> new Geometry.Faces(filled(within, Cql2JsonParser::face));
            default -> new Geometry.Several(filled(within, one -> {
                if (one instanceof Members members && members.members().containsKey("type")) {
                    return geometry(members);
                }
                throw new Cql2Exception(one.at(), "a geometry belongs here");
            }));
        };
    }

    /** Reads each element of an array that must not be empty. */
    private static <T> List<T> filled(PositionedJson node, Function<PositionedJson, T> read) {
        List<T> all = each(node, read);
        if (all.isEmpty()) {
            throw new Cql2Exception(node.at(), "this is empty, and so nowhere");
        }
        return all;
    }

    private static Point point(PositionedJson node) {
        return Literals.point(each(node, Cql2JsonParser::number), node.at());
    }

    private static Geometry.Path line(PositionedJson node) {
        return Literals.line(each(node, Cql2JsonParser::point), node.at());
    }

    private static Geometry.Face face(PositionedJson node) {
        return new Geometry.Face(filled(node, ring -> Literals.ring(each(ring, Cql2JsonParser::point), ring.at())));
    }
}
