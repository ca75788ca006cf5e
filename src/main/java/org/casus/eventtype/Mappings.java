package org.casus.eventtype;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.NullSafeLists;
import org.casus.model.code.Coding;
import org.casus.model.code.Scheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes of other taxonomies that correspond to an event type (a crosswalk). A code belongs to at most one type. */
@Schema(description = "The codes of other taxonomies that this type stands for; a code stands in at most one type",
        requiredProperties = {"cameo", "plover", "acled", "ucdp"})
public record Mappings(
        @Schema(description = "CAMEO codes", examples = "[\"190\"]") List<String> cameo,
        @Schema(description = "PLOVER types, as TYPE or TYPE/mode") List<String> plover,
        @Schema(description = "ACLED event types, as type or type/sub-type") List<String> acled,
        @Schema(description = "UCDP types of violence") List<String> ucdp) {

    public Mappings {
        cameo = NullSafeLists.orEmpty(cameo);
        plover = NullSafeLists.orEmpty(plover);
        acled = NullSafeLists.orEmpty(acled);
        ucdp = NullSafeLists.orEmpty(ucdp);
    }

    static Mappings of(List<Coding> codings) {
        return new Mappings(codes(codings, Scheme.CAMEO), codes(codings, Scheme.PLOVER), codes(codings, Scheme.ACLED),
                codes(codings, Scheme.UCDP));
    }

    private static List<String> codes(List<Coding> codings, Scheme scheme) {
        return codings.stream().filter(coding -> coding.scheme() == scheme).map(Coding::code).toList();
    }

    List<Coding> codings() {
        List<Coding> codings = new ArrayList<>();
        cameo.forEach(code -> codings.add(new Coding(Scheme.CAMEO, code)));
        plover.forEach(code -> codings.add(new Coding(Scheme.PLOVER, code)));
        acled.forEach(code -> codings.add(new Coding(Scheme.ACLED, code)));
        ucdp.forEach(code -> codings.add(new Coding(Scheme.UCDP, code)));
        return codings;
    }
}
