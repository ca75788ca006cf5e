package org.casus.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.render.Format;

/** Chooses the format of a response: that of {@code f}, otherwise the one preferred by {@code Accept} (RFC 9110 section 12). */
public final class Negotiation {

    private Negotiation() {
    }

    /**
     * Returns the format of the response.
     *
     * @param f the parameter, or null if absent
     * @param accept the header, or null if absent
     * @param offered the available formats; the first of equally preferred ones is chosen
     * @throws Problem 400 if f is not one of these formats, 406 if Accept accepts none
     */
    static Format pick(String f, String accept, List<Format> offered) {
        if (f != null) {
            return named("f", f, offered);
        }
        if (accept == null || accept.equals("*/*") || accept.isBlank()) {
            return Format.JSON;
        }
        List<String> types = offered.stream().flatMap(format -> format.mediaTypes().stream()).toList();
        String preferred = preferred(accept, types).orElseThrow(() -> notAcceptable(types));
        return offered.stream().filter(format -> format.mediaTypes().contains(preferred)).findFirst().orElseThrow();
    }

    /**
     * Returns the media type that a header prefers, the first of equally preferred ones; empty if it accepts none.
     *
     * @param accept the header, or null if absent
     */
    public static Optional<String> preferred(String accept, List<String> types) {
        if (accept == null || accept.isBlank()) {
            return types.stream().findFirst();
        }
        List<Range> ranges = ranges(accept);
        String best = null;
        double most = 0;
        for (String type : types) {
            double quality = quality(type, ranges);
            if (quality > most) {
                most = quality;
                best = type;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the problem for a header that accepts none of the available media types. */
    public static Problem notAcceptable(List<String> types) {
        return new Problem(ProblemType.NOT_ACCEPTABLE, "this path answers in " + String.join(", ", new LinkedHashSet<>(types))
                + "; Accept takes none of these, and f=json chooses one whatever Accept says");
    }

    /** Returns the format that a parameter names. */
    static Format named(String parameter, String token, List<Format> offered) {
        List<String> tokens = offered.stream().map(Format::token).toList();
        return offered.stream().filter(format -> format.token().equals(token)).findFirst()
                .orElseThrow(() -> Problem.parameter(parameter, ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(token)
                        + "' is no format here; " + parameter + " is one of "
                        + tokens.stream().collect(Collectors.joining(", ")) + NearestMatch.hint(token, tokens)));
    }

    /** One entry of an Accept header. */
    private record Range(String type, double quality) {

        /** Returns 3 for an exact match, 2 for the same main type with any subtype, 1 for any type, 0 for no match. */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.endsWith("/*") && !type.equals("*/*")
                    && mediaType.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String entry : accept.split(",")) {
            String[] parts = entry.split(";", -1);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    quality = number(parameter.substring(2));
                }
            }
            ranges.add(new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality));
        }
        return ranges;
    }

    /** Reads a quality value. One that is not a number from 0 to 1 counts as 0. */
    private static double number(String text) {
        return text.matches("(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text) : 0;
    }

    /** Returns the quality of the entry that matches the type most specifically. */
    private static double quality(String type, List<Range> ranges) {
        int closest = 0;
        double quality = 0;
        for (Range range : ranges) {
            int closeness = range.closeness(type);
            if (closeness > closest) {
                closest = closeness;
                quality = range.quality();
            }
        }
        return quality;
    }
}
