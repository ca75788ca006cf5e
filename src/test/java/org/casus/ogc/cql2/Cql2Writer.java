package org.casus.ogc.cql2;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.condition.Geometry;

/** Expressions as text and as JSON, to be read again. */
final class Cql2Writer {

    private Cql2Writer() {
    }

    static String text(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return text(call);
        }
        if (expression instanceof Expression.Named named) {
            return '"' + named.name().replace("\"", "\"\"") + '"';
        }
        if (expression instanceof Expression.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (expression instanceof Expression.Day day) {
            return "DATE('" + day.value() + "')";
        }
        if (expression instanceof Expression.Moment moment) {
            return "TIMESTAMP('" + moment.value() + "')";
        }
        if (expression instanceof Expression.Interval interval) {
            return "INTERVAL(" + end(interval.start()) + ", " + end(interval.end()) + ")";
        }
        if (expression instanceof Expression.Shape shape) {
            return text(shape.geometry());
        }
        if (expression instanceof Expression.Values values) {
            return values.values().stream().map(Cql2Writer::text).collect(Collectors.joining(", ", "(", ")"));
        }
        return expression instanceof Expression.Truth truth
                ? Boolean.toString(truth.value()) : ((Expression.Numeral) expression).value().toString();
    }

    private static String text(Expression.Call call) {
        List<String> operands = call.operands().stream().map(Cql2Writer::text).toList();
        return switch (call.op()) {
            case AND, OR -> operands.stream().collect(Collectors.joining(" " + call.op() + " ", "(", ")"));
            case NOT -> "NOT (" + operands.get(0) + ")";
            case LIKE -> operands.get(0) + " LIKE " + operands.get(1);
            case BETWEEN -> operands.get(0) + " BETWEEN " + operands.get(1) + " AND " + operands.get(2);
            case IN -> operands.get(0) + " IN " + operands.get(1);
            case IS_NULL -> operands.get(0) + " IS NULL";
            default -> call.op().form() == Operator.Form.COMPARISON
                    ? operands.get(0) + call.op().word() + operands.get(1)
                    : call.op() + "(" + String.join(",", operands) + ")";
        };
    }

    private static String end(Expression end) {
        if (end instanceof Expression.Open) {
            return "'..'";
        }
        if (end instanceof Expression.Day day) {
            return "'" + day.value() + "'";
        }
        return end instanceof Expression.Moment moment ? "'" + moment.value() + "'" : text(end);
    }

    private static String text(Geometry geometry) {
        if (geometry instanceof Geometry.Dots dots) {
            return dots.points().size() == 1 ? "POINT" + positions(dots.points()) : "MULTIPOINT" + positions(dots.points());
        }
        if (geometry instanceof Geometry.Lines lines) {
            String paths = lines.paths().stream().map(path -> positions(path.points())).collect(Collectors.joining(","));
            return lines.paths().size() == 1 ? "LINESTRING" + paths : "MULTILINESTRING(" + paths + ")";
        }
        if (geometry instanceof Geometry.Faces faces) {
            String all = faces.faces().stream().map(face -> face.rings().stream().map(ring -> positions(ring.points()))
                    .collect(Collectors.joining(",", "(", ")"))).collect(Collectors.joining(","));
            return faces.faces().size() == 1 ? "POLYGON" + all : "MULTIPOLYGON(" + all + ")";
        }
        if (geometry instanceof Geometry.Several several) {
            return several.geometries().stream().map(Cql2Writer::text).collect(Collectors.joining(",", "GEOMETRYCOLLECTION(", ")"));
        }
        BoundingBox box = ((Geometry.Rectangle) geometry).area();
        return "BBOX(" + box.west() + "," + box.south() + "," + box.east() + "," + box.north() + ")";
    }

    private static String positions(List<Point> points) {
        return points.stream().map(point -> point.lon() + " " + point.lat()).collect(Collectors.joining(", ", "(", ")"));
    }

    static String json(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return "{\"op\":\"" + call.op().word() + "\",\"args\":" + array(call.operands()) + "}";
        }
        if (expression instanceof Expression.Named named) {
            return "{\"property\":" + quoted(named.name()) + "}";
        }
        if (expression instanceof Expression.Text text) {
            return quoted(text.value());
        }
        if (expression instanceof Expression.Day day) {
            return "{\"date\":\"" + day.value() + "\"}";
        }
        if (expression instanceof Expression.Moment moment) {
            return "{\"timestamp\":\"" + moment.value() + "\"}";
        }
        if (expression instanceof Expression.Interval interval) {
            return "{\"interval\":[" + jsonEnd(interval.start()) + "," + jsonEnd(interval.end()) + "]}";
        }
        if (expression instanceof Expression.Shape shape) {
            return json(shape.geometry());
        }
        return expression instanceof Expression.Values values ? array(values.values()) : text(expression);
    }

    private static String array(List<Expression> expressions) {
        return expressions.stream().map(Cql2Writer::json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String jsonEnd(Expression end) {
        return end instanceof Expression.Named ? json(end) : end(end).replace('\'', '"');
    }

    private static String json(Geometry geometry) {
        if (geometry instanceof Geometry.Rectangle rectangle) {
            BoundingBox box = rectangle.area();
            return String.format(Locale.ROOT, "{\"bbox\":[%s,%s,%s,%s]}", box.west(), box.south(), box.east(), box.north());
        }
        if (geometry instanceof Geometry.Several several) {
            return several.geometries().stream().map(Cql2Writer::json)
                    .collect(Collectors.joining(",", "{\"type\":\"GeometryCollection\",\"geometries\":[", "]}"));
        }
        if (geometry instanceof Geometry.Dots dots) {
            return dots.points().size() == 1 ? geoJson("Point", position(dots.points().get(0))) : geoJson("MultiPoint", path(dots.points()));
        }
        if (geometry instanceof Geometry.Lines lines) {
            String paths = lines.paths().stream().map(line -> path(line.points())).collect(Collectors.joining(","));
            return lines.paths().size() == 1 ? geoJson("LineString", paths) : geoJson("MultiLineString", "[" + paths + "]");
        }
        String faces = ((Geometry.Faces) geometry).faces().stream().map(face -> face.rings().stream().map(ring -> path(ring.points()))
                .collect(Collectors.joining(",", "[", "]"))).collect(Collectors.joining(","));
        return ((Geometry.Faces) geometry).faces().size() == 1 ? geoJson("Polygon", faces) : geoJson("MultiPolygon", "[" + faces + "]");
    }

    private static String geoJson(String type, String coordinates) {
        return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
    }

    private static String position(Point point) {
        return "[" + point.lon() + "," + point.lat() + "]";
    }

    private static String path(List<Point> points) {
        return points.stream().map(Cql2Writer::position).collect(Collectors.joining(",", "[", "]"));
    }
}
