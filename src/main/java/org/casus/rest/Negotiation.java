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

/** Which format a read is answered in: what {@code f} says, else what {@code Accept} likes best (RFC 9110 section 12). */
public final class Negotiation {

    private Negotiation() {
    }

    /**
     * @param f the parameter, null if it is not there
     * @param accept the header, null if it is not there
     * @param offered what there is; the first of those that the client likes alike is taken
     * @throws Problem 400 if f is no format of these, 406 if Accept takes none
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
     * The media type that a header likes best, the first of those it likes alike; empty if it takes none.
     *
     * @param accept the header, null if it is not there
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

    /** That a header takes none of the media types that there are. */
    public static Problem notAcceptable(List<String> types) {
        return new Problem(ProblemType.NOT_ACCEPTABLE, "this path answers in " + String.join(", ", new LinkedHashSet<>(types))
                + "; Accept takes none of these, and f=json chooses one whatever Accept says");
    }

    /** The format that a parameter names. */
    static Format named(String parameter, String token, List<Format> offered) {
        List<String> tokens = offered.stream().map(Format::token).toList();
        return offered.stream().filter(format -> format.token().equals(token)).findFirst()
                .orElseThrow(() -> Problem.parameter(parameter, ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(token)
                        + "' is no format here; " + parameter + " is one of "
                        + tokens.stream().collect(Collectors.joining(", ")) + NearestMatch.hint(token, tokens)));
    }

    /** One entry of an Accept header. */
    private record Range(String type, double quality) {

        /** 3 for the very type, 2 for its group, 1 for any, 0 for another. */
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

    /** A quality that is no number from 0 to 1 counts as 0. */
    private static double number(String text) {
        return text.matches("(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text) : 0;
    }

    /** The quality of the entry that names the type most closely. */
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
