package org.casus.imports.format;

import java.util.Optional;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;

/** Maps codes of other taxonomies to event types. */
public interface TypeCrosswalk {

    /** Returns the event type of a code; empty if the code is not mapped. */
    Optional<Slug> of(Scheme scheme, String code);
}
