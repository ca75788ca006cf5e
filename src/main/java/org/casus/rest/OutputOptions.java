package org.casus.rest;

import java.util.List;
import java.util.Optional;
import org.casus.render.FieldSelection;
import org.casus.render.Format;

/** How an answer is to be written: in which format, and with which members (empty for all). */
record OutputOptions(Format format, List<String> fields) {

    Optional<FieldSelection> selection() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FieldSelection(fields));
    }

    /** The part of an ETag that names the options. */
    String tag() {
        return fields.isEmpty() ? format.tag() : format.tag() + "." + Integer.toHexString(fields.hashCode());
    }

    /** Whether items are written as they are stored. */
    boolean copies() {
        return fields.isEmpty() && (format == Format.JSON || format == Format.NDJSON);
    }

    OutputOptions in(Format other) {
        return new OutputOptions(other, fields);
    }
}
