package org.casus.imports.format;

import java.util.Optional;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;

/** The crosswalk: the event type that a code of another taxonomy means. */
public interface TypeCrosswalk {

    Optional<Slug> of(Scheme scheme, String code);
}
