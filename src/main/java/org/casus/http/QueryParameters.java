package org.casus.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.http.problem.ValidationError;

/** The validated query parameters of a request: each is known, given once, not empty, of bounded length and clean text. */
public final class QueryParameters {

    /** Maximum number of unknown parameters in one problem, because each error lists all allowed names. */
    private static final int MOST_TOLD = 10;
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private final Map<String, List<String>> given;

    /**
     * Validates the given parameters.
     *
     * @param allowed the names that the operation takes
     * @throws Problem 400 if a parameter breaks a rule
     */
    public QueryParameters(Map<String, List<String>> given, Collection<String> allowed) {
        this(given, allowed, Map.of());
    }

    /**
     * Validates the given parameters.
     *
     * @param allowed the names that the operation takes
     * @param longer the maximum length of values, for parameters that may exceed {@link Limits#VALUE_LENGTH}
     * @throws Problem 400 if a parameter breaks a rule; it lists unknown parameters, or else names the first other violation
     */
    public QueryParameters(Map<String, List<String>> given, Collection<String> allowed, Map<String, Integer> longer) {
        this.given = given;
        List<ValidationError> unknown = given.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .limit(MOST_TOLD)
                .map(name -> unknown(name, allowed))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Problem(ProblemType.UNKNOWN_PARAMETER, unknown.get(0).detail(), unknown);
        }
        given.forEach((name, values) -> check(name, values, longer.getOrDefault(name, Limits.VALUE_LENGTH)));
    }

    private static ValidationError unknown(String name, Collection<String> allowed) {
        String only = allowed.isEmpty() ? "none at all" : "only " + String.join(", ", allowed.stream().sorted().toList());
        return ValidationError.ofParameter(CleanText.shown(name), ErrorCode.UNKNOWN_PARAMETER, "there is no parameter '"
                + CleanText.shown(name) + "' here, " + only + NearestMatch.hint(name, allowed));
    }

    private static void check(String name, List<String> values, int most) {
        if (values.size() > 1) {
            throw Problem.parameter(name, ErrorCode.REPEATED,
                    "'" + name + "' is given " + values.size() + " times; give it once, and separate several values by"
                            + " commas: " + name + "=" + CleanText.shown(String.join(",", values)));
        }
        String value = values.get(0);
        if (value.isBlank()) {
            throw Problem.parameter(name, ErrorCode.REQUIRED, "'" + name
                    + "' is empty; give it a value, or leave it out where it need not be given");
        }
        if (value.length() > most) {
            throw Problem.parameter(name, ErrorCode.SIZE, "'" + name + "' has more than " + most + " characters");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            throw Problem.parameter(name, ErrorCode.TEXT, "'" + name + "' is not UTF-8, percent-encoded");
        }
        CleanText.objection(value).ifPresent(why -> {
            throw Problem.parameter(name, ErrorCode.TEXT, "'" + name + "' " + why);
        });
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
    }

    /** Returns the values of a comma-separated list. A backslash escapes a comma within a value: {@code Smith\, Elder}. */
    public List<String> list(String name) {
        List<String> values = text(name).map(text -> Arrays.asList(COMMA.split(text, -1))).orElse(List.of());
        if (values.size() > Limits.VALUES) {
            throw Problem.parameter(name, ErrorCode.SIZE, "'" + name + "' takes at most " + Limits.VALUES + " values");
        }
        List<String> stripped = new ArrayList<>();
        values.forEach(value -> stripped.add(value.replace("\\,", ",").strip()));
        if (stripped.contains("")) {
            throw Problem.parameter(name, ErrorCode.REQUIRED, "'" + name + "' has an empty value between its commas");
        }
        return stripped;
    }

    /** Returns the value as a whole number from {@code least} to {@code most}, or {@code otherwise} if it is not given. */
    public long number(String name, long least, long most, long otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        String range = most == Long.MAX_VALUE ? "from " + least + " on" : "from " + least + " to " + most;
        throw Problem.parameter(name, ErrorCode.RANGE,
                "'" + name + "' is a whole number " + range + ", not '" + CleanText.shown(text.get()) + "'");
    }
}
