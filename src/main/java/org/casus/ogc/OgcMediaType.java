package org.casus.ogc;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.rest.Negotiation;

/** The kinds of documents of this interface, each with the media types in which it is offered. */
enum OgcMediaType {

    DOCUMENT("application/json", List.of("json"), "application/json"),
    FEATURES("application/geo+json", List.of("json", "geojson"), "application/geo+json", "application/json"),
    SCHEMA("application/schema+json", List.of("json"), "application/schema+json", "application/json");

    private final String type;
    private final List<String> words;
    private final List<String> accepted;

    OgcMediaType(String type, List<String> words, String... accepted) {
        this.type = type;
        this.words = words;
        this.accepted = List.of(accepted);
    }

    /** Returns the default media type. */
    String type() {
        return type;
    }

    /**
     * Chooses the media type by the parameter {@code f} or, without it, by the {@code Accept} header.
     *
     * @throws Problem 400 if {@code f} names an unknown format, 406 if {@code Accept} allows none of the media types
     */
    String chosen(QueryParameters parameters, HttpHeaders headers) {
        parameters.text("f").filter(word -> !words.contains(word)).ifPresent(word -> {
            throw Problem.parameter("f", ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(word) + "' is no format here; f is one of "
                    + String.join(", ", words));
        });
        if (parameters.has("f")) {
            return type;
        }
        return Negotiation.preferred(headers.getHeaderString(HttpHeaders.ACCEPT), accepted)
                .orElseThrow(() -> Negotiation.notAcceptable(accepted));
    }
}
