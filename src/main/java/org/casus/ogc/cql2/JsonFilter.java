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
import org.casus.ogc.cql2.Json.Elements;
import org.casus.ogc.cql2.Json.Figure;
import org.casus.ogc.cql2.Json.Flag;
import org.casus.ogc.cql2.Json.Members;
import org.casus.ogc.cql2.Json.Words;
import org.casus.query.condition.Geometry;

/** Reads CQL2 JSON (OGC 21-065r2, section 9.3), geometries as GeoJSON (RFC 7946). */
final class JsonFilter {

    private static final List<String> GEOMETRIES = List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
            "MultiPolygon", "GeometryCollection");

    private JsonFilter() {
    }

    /** @throws Refusal if it is no filter */
    static Expression parse(String text) {
        return expression(Json.read(text));
    }

    private static Expression expression(Json json) {
        if (json instanceof Words words) {
            return new Text(words.at(), words.text());
        }
        if (json instanceof Figure figure) {
            return new Numeral(figure.at(), figure.number());
        }
        if (json instanceof Flag flag) {
            return new Truth(flag.at(), flag.value());
        }
        if (json instanceof Elements elements) {
            return new Values(elements.at(), elements.elements().stream().map(JsonFilter::expression).toList());
        }
        if (json instanceof Members members) {
            return members(members);
        }
        throw new Refusal(json.at(), "null is no value to compare with; {\"op\":\"isNull\",\"args\":[{\"property\":\"…\"}]} asks"
                + " whether a property has none");
    }

    private static Expression members(Members json) {
        Map<String, Json> members = json.members();
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
            return new Shape(json.at(), Literals.box(each(members.get("bbox"), JsonFilter::number), json.at()));
        }
        if (members.containsKey("type")) {
            return new Shape(json.at(), geometry(json));
        }
        throw new Refusal(json.at(), "an object here has one of the members op (with args), property, date, timestamp, interval,"
                + " bbox or type (of a geometry)");
    }

    private static void only(Members json, String... names) {
        json.members().forEach((name, value) -> {
            if (!Set.of(names).contains(name)) {
                throw new Refusal(value.at(), "there is no member '" + CleanText.shown(name) + "' beside '" + names[0] + "'");
            }
        });
    }

    private static Expression call(Members json) {
        String word = text(json, "op");
        Op op = Op.ofWord(word).orElseThrow(() -> new Refusal(json.members().get("op").at(), "there is no operation '"
                + CleanText.shown(word) + "'" + NearestMatch.hint(word, Arrays.stream(Op.values()).map(Op::word).toList())));
        Json args = json.members().get("args");
        if (!(args instanceof Elements elements)) {
            throw new Refusal(args == null ? json.at() : args.at(), "'args' is an array of what '" + op.word() + "' takes");
        }
        if (!op.takes(elements.elements().size())) {
            throw new Refusal(args.at(), "'" + op.word() + "' takes " + op.arity() + ", not " + elements.elements().size());
        }
        return new Call(json.at(), op, elements.elements().stream().map(JsonFilter::expression).toList());
    }

    private static Expression interval(Members json) {
        List<Expression> ends = each(json.members().get("interval"), end -> end instanceof Words words
                ? Literals.end(words.text(), words.at())
                : expression(end));
        if (ends.size() != 2) {
            throw new Refusal(json.at(), "an interval has two ends, not " + ends.size());
        }
        return Literals.interval(ends.get(0), ends.get(1), json.at());
    }

    private static String text(Members json, String member) {
        if (json.members().get(member) instanceof Words words) {
            return words.text();
        }
        Json wrong = json.members().get(member);
        throw new Refusal(wrong == null ? json.at() : wrong.at(), "'" + member + "' is a text in double quotes");
    }

    private static <T> List<T> each(Json json, Function<Json, T> read) {
        if (json instanceof Elements elements) {
            return elements.elements().stream().map(read).toList();
        }
        throw new Refusal(json.at(), "an array belongs here");
    }

    private static BigDecimal number(Json json) {
        if (json instanceof Figure figure) {
            return figure.number();
        }
        throw new Refusal(json.at(), "a number belongs here");
    }

    private static Geometry geometry(Members json) {
        String type = text(json, "type");
        boolean collection = type.equals("GeometryCollection");
        if (!GEOMETRIES.contains(type)) {
            throw new Refusal(json.members().get("type").at(), "'" + CleanText.shown(type) + "' is no geometry of GeoJSON; these are "
                    + String.join(", ", GEOMETRIES) + NearestMatch.hint(type, GEOMETRIES));
        }
        String member = collection ? "geometries" : "coordinates";
        Json within = json.members().get(member);
        if (within == null) {
            throw new Refusal(json.at(), "a " + type + " has '" + member + "'");
        }
        return switch (type) {
            case "Point" -> new Geometry.Dots(List.of(point(within)));
            case "MultiPoint" -> new Geometry.Dots(filled(within, JsonFilter::point));
            case "LineString" -> new Geometry.Lines(List.of(line(within)));
            case "MultiLineString" -> new Geometry.Lines(filled(within, JsonFilter::line));
            case "Polygon" -> new Geometry.Faces(List.of(face(within)));
            case "MultiPolygon" -> new Geometry.Faces(filled(within, JsonFilter::face));
            default -> new Geometry.Several(filled(within, one -> {
                if (one instanceof Members members && members.members().containsKey("type")) {
                    return geometry(members);
                }
                throw new Refusal(one.at(), "a geometry belongs here");
            }));
        };
    }

    private static <T> List<T> filled(Json json, Function<Json, T> read) {
        List<T> all = each(json, read);
        if (all.isEmpty()) {
            throw new Refusal(json.at(), "this is empty, and so nowhere");
        }
        return all;
    }

    private static Point point(Json json) {
        return Literals.point(each(json, JsonFilter::number), json.at());
    }

    private static Geometry.Path line(Json json) {
        return Literals.line(each(json, JsonFilter::point), json.at());
    }

    private static Geometry.Face face(Json json) {
        return new Geometry.Face(filled(json, ring -> Literals.ring(each(ring, JsonFilter::point), ring.at())));
    }
}
