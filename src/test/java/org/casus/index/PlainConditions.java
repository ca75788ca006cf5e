package org.casus.index;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.geo.Point;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Geometry;
import org.casus.query.condition.Geometry.Part;
import org.casus.query.condition.Property;
import org.casus.query.condition.TextPredicate;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.names.DirectoryView;

/** Conditions by the truth tables of SQL: true, false, or null for unknown. */
final class PlainConditions {

    private final DirectoryView names;

    PlainConditions(DirectoryView names) {
        this.names = names;
    }

    boolean isTrue(Condition condition, Document of) {
        return Boolean.TRUE.equals(value(condition, of));
    }

    private Boolean value(Condition condition, Document of) {
        if (condition instanceof Condition.AllOf all) {
            return least(all.conditions().stream().map(one -> value(one, of)));
        }
        if (condition instanceof Condition.AnyOf any) {
            return not(least(any.conditions().stream().map(one -> not(value(one, of)))));
        }
        if (condition instanceof Condition.Not not) {
            return not(value(not.condition(), of));
        }
        if (condition instanceof Condition.Constant constant) {
            return constant.value();
        }
        if (condition instanceof Condition.Absent absent) {
            return isAbsent(absent.property(), of);
        }
        if (condition instanceof Condition.Worded worded) {
            List<String> texts = texts(worded.property(), of);
            return texts.isEmpty() ? null : Boolean.valueOf(texts.stream().anyMatch(text -> passes(text, worded.wording())));
        }
        if (condition instanceof Condition.Between between) {
            Long number = between.open() ? Long.valueOf(moment(between.property(), of)) : number(between.property(), of);
            return number == null ? null : between.least() <= number && number <= between.most();
        }
        Condition.Located located = (Condition.Located) condition;
        return of.point().map(point -> located.parts().contains(part(point, located.geometry()))).orElse(null);
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : !value;
    }

    /** The least of false, unknown and true. */
    private static Boolean least(Stream<Boolean> values) {
        List<Optional<Boolean>> all = values.map(Optional::ofNullable).toList();
        if (all.contains(Optional.of(false))) {
            return false;
        }
        return all.contains(Optional.<Boolean>empty()) ? null : true;
    }

    private boolean isAbsent(Property property, Document of) {
        return switch (property.type()) {
            case TEXT -> texts(property, of).isEmpty();
            case NUMBER, DAY, MOMENT -> number(property, of) == null;
            case POINT -> of.point().isEmpty();
        };
    }

    private List<String> texts(Property property, Document of) {
        if (property == Property.ID) {
            return List.of(of.id());
        }
        if (property == Property.PARTICIPANTS) {
            return of.participations().stream().map(one -> EnumNames.wordOf(one.role()) + ":" + one.actor()).toList();
        }
        if (property == Property.INITIATORS || property == Property.TARGETS) {
            Role role = property == Property.TARGETS ? Role.TARGET : Role.INITIATOR;
            return of.participations().stream().filter(one -> one.role() == role)
                    .map(one -> names.named(ResourceKind.ACTOR, one.actor()).name()).toList();
        }
        if (property == Property.ABOUT) {
            return of.ties().stream().filter(tie -> tie.field() == Field.ABOUT).map(tie -> tie.kind().token() + ":" + tie.id()).toList();
        }
        if (property.naming().isPresent()) {
            return texts(property.naming().get().id(), of).stream()
                    .map(id -> names.named(property.naming().get().kind(), id).name()).toList();
        }
        if (property.field().isEmpty()) {
            return List.copyOf(of.values().getOrDefault(property, Set.of()));
        }
        Field field = property.field().get();
        return Stream.concat(
                of.ties().stream().filter(tie -> tie.field() == field).map(Document.Tie::id),
                of.tokens().stream().filter(token -> token.field() == field).map(Document.Token::word)).toList();
    }

    private static long moment(Property property, Document of) {
        if (property == Property.UPDATED_AT) {
            return of.recorded().toEpochMilli();
        }
        return property == Property.EARLIEST ? of.time().earliestMillis() : of.time().latestMillis();
    }

    private static Long number(Property property, Document of) {
        Function<Integer, Long> figure = value -> value == null ? null : (long) value;
        return switch (property) {
            case EARLIEST -> of.time().earliest() == null ? null : Long.valueOf(of.time().earliestMillis());
            case LATEST -> of.time().latest() == null ? null : Long.valueOf(of.time().latestMillis());
            case FATALITIES_LOW -> figure.apply(of.deaths().low());
            case FATALITIES_BEST -> figure.apply(of.deaths().best());
            case FATALITIES_HIGH -> figure.apply(of.deaths().high());
            case UPDATED_AT -> of.recorded().toEpochMilli();
            default -> Long.valueOf(of.revision());
        };
    }

    private static boolean passes(String text, TextPredicate textPredicate) {
        String folded = textPredicate.folding().of(text);
        if (textPredicate instanceof TextPredicate.Exactly exactly) {
            return Objects.equals(folded, exactly.text());
        }
        if (textPredicate instanceof TextPredicate.Range range) {
            boolean above = range.from().map(from -> folded.equals(from) ? range.fromIncluded() : isBefore(from, folded)).orElse(true);
            boolean below = range.to().map(to -> folded.equals(to) ? range.toIncluded() : isBefore(folded, to)).orElse(true);
            return above && below;
        }
        return Pattern.compile(pattern(((TextPredicate.Like) textPredicate).pattern()), Pattern.DOTALL).matcher(folded).matches();
    }

    private static boolean isBefore(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray()) < 0;
    }

    private static String pattern(String like) {
        StringBuilder regex = new StringBuilder();
        int[] points = like.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\' && i + 1 < points.length) {
                i++;
            } else if (points[i] == '%' || points[i] == '_') {
                regex.append(points[i] == '%' ? ".*" : ".");
                continue;
            }
            regex.append(Pattern.quote(Character.toString(points[i])));
        }
        return regex.toString();
    }

    /** In whole fractions, whatever it takes. */
    private static Part part(Point point, Geometry geometry) {
        Part east = plain(point, geometry);
        Part west = Math.abs(point.lon()) == 180 ? plain(new Point(point.lat(), -point.lon()), geometry) : east;
        return east.compareTo(west) <= 0 ? east : west;
    }

    private static Part plain(Point point, Geometry geometry) {
        if (geometry instanceof Geometry.Faces faces) {
            return faces.faces().stream().map(face -> winding(point, face)).min(Part::compareTo).orElse(Part.EXTERIOR);
        }
        if (geometry instanceof Geometry.Several several) {
            return several.geometries().stream().map(one -> plain(point, one)).min(Part::compareTo).orElse(Part.EXTERIOR);
        }
        if (geometry instanceof Geometry.Repeated drawn) {
            return IntStream.rangeClosed(-11, 11).mapToObj(turn ->
                    plain(new Point(point.lat(), point.lon() + 360 * turn), drawn.geometry())).min(Part::compareTo).orElseThrow();
        }
        return geometry.partOn(point);
    }

    /** Inside the first ring and in none of the others, by how often each winds around the point. */
    private static Part winding(Point point, Geometry.Face face) {
        boolean inside = true;
        for (int i = 0; i < face.rings().size(); i++) {
            Optional<Integer> winds = winds(point, face.rings().get(i).points());
            if (winds.isEmpty()) {
                return Part.BOUNDARY;
            }
            inside &= i == 0 == (winds.get() != 0);
        }
        return inside ? Part.INTERIOR : Part.EXTERIOR;
    }

    /** Empty on the ring itself. */
    private static Optional<Integer> winds(Point point, List<Point> ring) {
        int winds = 0;
        for (int i = 1; i < ring.size(); i++) {
            Point from = ring.get(i - 1);
            Point to = ring.get(i);
            int side = decimal(to.lon()).subtract(decimal(from.lon())).multiply(decimal(point.lat()).subtract(decimal(from.lat())))
                    .compareTo(decimal(to.lat()).subtract(decimal(from.lat()))
                            .multiply(decimal(point.lon()).subtract(decimal(from.lon()))));
            boolean within = Math.min(from.lon(), to.lon()) <= point.lon() && point.lon() <= Math.max(from.lon(), to.lon())
                    && Math.min(from.lat(), to.lat()) <= point.lat() && point.lat() <= Math.max(from.lat(), to.lat());
            if (side == 0 && within) {
                return Optional.empty();
            }
            if (from.lat() <= point.lat() && to.lat() > point.lat() && side > 0) {
                winds++;
            } else if (from.lat() > point.lat() && to.lat() <= point.lat() && side < 0) {
                winds--;
            }
        }
        return Optional.of(winds);
    }

    private static BigDecimal decimal(double degrees) {
        return new BigDecimal(degrees);
    }
}
