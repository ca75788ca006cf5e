package org.casus.rest;

import java.util.List;
import java.util.Optional;
import org.casus.render.FieldSelection;
import org.casus.render.Format;

/** The options for writing a response: its format, and the requested members (empty for all). */
record OutputOptions(Format format, List<String> fields) {

    Optional<FieldSelection> selection() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FieldSelection(fields));
    }

    /** Returns the part of an ETag that identifies the options. */
    String tag() {
        return fields.isEmpty() ? format.tag() : format.tag() + "." + Integer.toHexString(fields.hashCode());
    }

    /** Returns whether items are written as stored, without conversion. */
    boolean copies() {
        return fields.isEmpty() && (format == Format.JSON || format == Format.NDJSON);
    }

    OutputOptions in(Format other) {
        return new OutputOptions(other, fields);
    }
}
