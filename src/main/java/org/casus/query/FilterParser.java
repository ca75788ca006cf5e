package org.casus.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.edtf.Edtf;
import org.casus.edtf.EdtfException;
import org.casus.edtf.TimeRange;
import org.casus.http.Parameters;
import org.casus.http.json.CleanText;
import org.casus.http.json.Tokens;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Nearest;
import org.casus.http.problem.Problem;
import org.casus.query.Filter.Match;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Scheme;
import org.casus.vocabulary.Slug;

/** The one place where parameters become filters. Throws {@link Problem} 400 for whatever cannot be read. */
public final class FilterParser {

    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+:.{1,200}");
    private static final int LAST_YEAR = 9999;

    private final ResourceKind kind;
    private final Parameters parameters;

    private FilterParser(ResourceKind kind, Parameters parameters) {
        this.kind = kind;
        this.parameters = parameters;
    }

    /** The conditions that the parameters set on resources of a kind. */
    public static List<Filter> parse(ResourceKind kind, Parameters parameters) {
        return new FilterParser(kind, parameters).filters();
    }

    /** Every parameter that filters resources of the kind. */
    public static Set<String> namesFor(ResourceKind kind) {
        Set<String> names = new LinkedHashSet<>(List.of("q"));
        for (Field field : Field.of(kind)) {
            for (Match match : Match.values()) {
                names.add(field.parameter() + match.suffix());
            }
        }
        if (hasTime(kind)) {
            names.addAll(List.of("from", "to"));
        }
        return names;
    }

    /** Whether resources of the kind stand in time, so that {@code from} and {@code to} can find them. */
    public static boolean hasTime(ResourceKind kind) {
        return kind == ResourceKind.EVENT || kind == ResourceKind.STATEMENT || kind == ResourceKind.SOURCE;
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (Field field : Field.of(kind)) {
            for (Match match : Match.values()) {
                values(field, match).ifPresent(filters::add);
            }
        }
        time().ifPresent(filters::add);
        parameters.text("q").map(this::searchText).ifPresent(filters::add);
        return filters;
    }

    private Optional<Filter> values(Field field, Match match) {
        String name = field.parameter() + match.suffix();
        List<String> values = parameters.list(name);
        values.forEach(value -> checkValue(field, name, value));
        return values.isEmpty() ? Optional.empty() : Optional.of(new Filter.Values(field, match, values));
    }

    private static void checkValue(Field field, String name, String value) {
        String shown = CleanText.shown(value);
        if (!field.refersTo().isEmpty() && !Slug.isValid(value)) {
            throw Problem.parameter(name, ErrorCode.PATTERN, "'" + shown + "' is no id: an id is " + Slug.RULE);
        }
        field.choices().map(Tokens::of).filter(words -> !words.contains(value)).ifPresent(words -> {
            throw Problem.parameter(name, ErrorCode.UNKNOWN_VALUE,
                    "'" + shown + "' is not one of " + String.join(", ", words) + Nearest.hint(value, words));
        });
        if (field == Field.IDENTIFIER && !WITH_SCHEME.matcher(value).matches()) {
            throw Problem.parameter(name, ErrorCode.PATTERN,
                    "'" + shown + "' is not scheme:value, for example " + field.example());
        }
        if (field == Field.CODING && Tokens.of(Scheme.class).stream().noneMatch(s -> value.startsWith(s + ":"))) {
            throw Problem.parameter(name, ErrorCode.PATTERN, "'" + shown + "' is not scheme:code with a scheme of "
                    + String.join(", ", Tokens.of(Scheme.class)) + ", for example " + field.example());
        }
    }

    private Optional<Filter> time() {
        if (!hasTime(kind)) {
            return Optional.empty();
        }
        Instant from = parameters.text("from").map(text -> bound("from", text).earliest()).orElse(null);
        Instant to = parameters.text("to").map(text -> bound("to", text).latest()).orElse(null);
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.parameter("to", ErrorCode.RANGE, "'to' lies before 'from'");
        }
        return from == null && to == null ? Optional.empty() : Optional.of(new Filter.During(new TimeRange(from, to)));
    }

    private static TimeRange bound(String name, String text) {
        try {
            if (text.indexOf('.') > 0 && text.contains("T")) {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                if (moment.getYear() < 0 || moment.getYear() > LAST_YEAR) {
                    throw Problem.parameter(name, ErrorCode.RANGE, "years run from 0000 to " + LAST_YEAR);
                }
                return new TimeRange(moment.toInstant(), moment.toInstant());
            }
            TimeRange range = Edtf.parse(text).range();
            if (!text.contains("/") && range.earliest() != null && range.latest() != null) {
                return range;
            }
        } catch (EdtfException e) {
            throw Problem.parameter(name, ErrorCode.EDTF_INVALID, e.getMessage());
        } catch (DateTimeException e) {
            // answered below
        }
        throw Problem.parameter(name, ErrorCode.PATTERN, "'" + name + "' is a date or an instant, for example"
                + " 2023-07-19, 2023-07, 2023 or 2023-07-19T12:00:00Z, not an interval");
    }

    private Filter searchText(String text) {
        SearchText parsed = SearchText.parse(text);
        if (parsed.clauses().size() > SearchText.MOST_CLAUSES) {
            throw Problem.parameter("q", ErrorCode.SIZE, "'q' takes at most " + SearchText.MOST_CLAUSES + " words");
        }
        return new Filter.Text(parsed);
    }
}
