package org.casus.event.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.http.json.CleanText;
import org.casus.http.json.EnumNames;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** The formats of a graph. The first one is the default. */
public enum GraphFormat {

    @JsonProperty("json") JSON(MediaType.APPLICATION_JSON),
    @JsonProperty("dot") DOT(DotWriter.MEDIA_TYPE);

    private final MediaType type;

    GraphFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    String word() {
        return EnumNames.wordOf(this);
    }

    /**
     * Returns the requested format: the value of {@code f} if it is given, else the one that the client prefers by {@code Accept}.
     *
     * @throws Problem 400 if {@code f} is unknown, 406 if the client accepts no format of a graph
     */
    static GraphFormat chosen(Optional<String> f, HttpHeaders headers) {
        return f.map(GraphFormat::named).orElseGet(() -> accepted(headers.getAcceptableMediaTypes()));
    }

    private static GraphFormat named(String word) {
        List<String> words = EnumNames.of(GraphFormat.class);
        return EnumNames.read(GraphFormat.class, word).orElseThrow(() -> Problem.parameter("f", ErrorCode.UNKNOWN_VALUE,
                "'" + CleanText.shown(word) + "' is not one of " + String.join(", ", words) + NearestMatch.hint(word, words)));
    }

    /**
     * Returns the format that the client prefers.
     *
     * @param types the acceptable media types, in the order of preference
     */
    private static GraphFormat accepted(List<MediaType> types) {
        return types.stream()
                .filter(type -> !"0".equals(type.getParameters().get("q")))
                .flatMap(type -> Arrays.stream(values()).filter(format -> type.isCompatible(format.type)))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemType.NOT_ACCEPTABLE,
                        "this path answers in " + MediaType.APPLICATION_JSON + " and " + DotWriter.MEDIA_TYPE));
    }
}
