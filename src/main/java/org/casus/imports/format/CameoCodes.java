package org.casus.imports.format;

import java.util.Optional;
import java.util.stream.Stream;
import org.casus.model.Slug;
import org.casus.model.code.Cameo;
import org.casus.model.code.Scheme;

/** Looks up CAMEO codes: by the whole code, else by its first three digits, else by its root. */
public final class CameoCodes {

    private CameoCodes() {
    }

    private static Stream<String> parts(String code) {
        return Stream.of(code.length(), 3, 2).map(digits -> code.substring(0, Math.min(digits, code.length())));
    }

    /** Returns the event type of a CAMEO code. */
    public static Optional<Slug> type(TypeCrosswalk crosswalk, String code) {
        return parts(code).flatMap(part -> crosswalk.of(Scheme.CAMEO, part).stream()).findFirst();
    }

    /** Returns the name of a CAMEO code, without "not specified below". */
    public static String deed(String code) {
        return parts(code).flatMap(part -> Cameo.of(part).stream()).findFirst().map(Cameo.Code::name)
                .orElse("CAMEO " + code).replaceAll(",? not specified below", "");
    }
}
