package org.casus.render;

import java.util.Map;
import org.casus.readmodel.Template;

/** Writes a list in one format: the beginning, item after item, the end. For one list and one thread. */
public interface Rendering {

    /** The data at the end of a list, in formats that can contain it. */
    record Tail(long total, long asOf, Map<String, String> links) {
    }

    void begin(OutputBuffer out);

    void item(Template template, OutputBuffer out);

    void end(Tail tail, OutputBuffer out);

    /** Writes a single resource, outside a list. */
    default void single(Template template, OutputBuffer out) {
        item(template, out);
    }
}
