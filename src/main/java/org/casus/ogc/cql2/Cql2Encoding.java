package org.casus.ogc.cql2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.query.condition.Condition;

/** The encodings of CQL2 (OGC 21-065r2). */
public enum Cql2Encoding {

    TEXT("cql2-text", Cql2TextParser::parse), JSON("cql2-json", Cql2JsonParser::parse);

    private final String word;
    private final Function<String, Expression> parser;

    Cql2Encoding(String word, Function<String, Expression> parser) {
        this.word = word;
        this.parser = parser;
    }

    /** Returns the value of {@code filter-lang} that selects this encoding. */
    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Cql2Encoding::word).toList();
    }

    public static Optional<Cql2Encoding> ofWord(String word) {
        return Arrays.stream(values()).filter(language -> language.word.equals(word)).findFirst();
    }

    /**
     * Parses a filter into a condition on resources of the given type.
     *
     * @param parameter the name of the query parameter, for error messages
     * @throws Problem 400 if the filter is invalid; the message points to the offending character
     */
    public Condition parse(String parameter, String filter, ResourceKind kind) {
        try {
            return new ExpressionBinder(kind).condition(parser.apply(filter));
        } catch (Cql2Exception e) {
            throw e.problem(parameter, filter);
        }
    }
}
