package org.casus.rest;

import java.util.List;
import java.util.Optional;
import org.casus.http.QueryParameters;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.render.Format;

/** Reads the parameters that request a whole list, with {@code all=true}, or a manifest of it. */
final class ExportParameters {

    private ExportParameters() {
    }

    /**
     * Returns the format of the export whose manifest is requested; empty if none is.
     *
     * @throws Problem 400 if the parameters do not go together
     */
    static Optional<Format> described(ResourceKind kind, Format format, QueryParameters parameters) {
        Optional<String> of = parameters.text("of");
        if (format != Format.MANIFEST) {
            if (of.isPresent()) {
                throw Problem.parameter("of", ErrorCode.RULE, "'of' says which export a manifest describes, with f=manifest");
            }
            return Optional.empty();
        }
        checkWhole("f=manifest", parameters);
        return Optional.of(of.map(token -> Negotiation.named("of", token, Format.ofStream(kind))).orElse(Format.NDJSON));
    }

    /**
     * Returns whether the whole list is requested.
     *
     * @throws Problem 400 if the parameters do not go together
     */
    static boolean asked(ResourceKind kind, Format format, QueryParameters parameters) {
        Optional<String> all = parameters.text("all");
        if (all.isEmpty()) {
            return false;
        }
        if (!all.get().equals("true")) {
            throw Problem.parameter("all", ErrorCode.UNKNOWN_VALUE, "'all' is true, or left out");
        }
        List<String> streamed = Format.ofStream(kind).stream().map(Format::token).toList();
        if (format != Format.MANIFEST && !streamed.contains(format.token())) {
            throw Problem.parameter("all", ErrorCode.RULE, "the whole list is streamed as " + String.join(", ", streamed)
                    + ", not as " + format.token() + ": all=true&f=ndjson");
        }
        checkWhole("all=true", parameters);
        return true;
    }

    private static void checkWhole(String what, QueryParameters parameters) {
        for (String name : List.of("limit", "cursor")) {
            if (parameters.text(name).isPresent()) {
                throw Problem.parameter(name, ErrorCode.RULE, "'" + name + "' does not go with " + what
                        + ", which is of the whole list");
            }
        }
    }
}
