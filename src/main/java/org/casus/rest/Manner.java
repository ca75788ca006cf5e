package org.casus.rest;

import java.util.List;
import java.util.Optional;
import org.casus.render.Format;
import org.casus.render.Selection;

/** How an answer is to be written: in which format, and with which members (empty for all). */
record Manner(Format format, List<String> fields) {

    Optional<Selection> selection() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Selection(fields));
    }

    /** What an ETag says of it. */
    String tag() {
        return fields.isEmpty() ? format.tag() : format.tag() + "." + Integer.toHexString(fields.hashCode());
    }

    /** Whether items are written as they are stored. */
    boolean copies() {
        return fields.isEmpty() && (format == Format.JSON || format == Format.NDJSON);
    }

    Manner in(Format other) {
        return new Manner(other, fields);
    }
}
