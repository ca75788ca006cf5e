package org.casus.render;

import java.util.Map;
import org.casus.readmodel.Template;

/** Writes a list in one format: its beginning, item after item, its end. For one list and one thread. */
public interface Rendering {

    /** The end of a list, in formats that have room for it. */
    record Tail(long total, long asOf, Map<String, String> links) {
    }

    void begin(OutputBuffer out);

    void item(Template template, OutputBuffer out);

    void end(Tail tail, OutputBuffer out);

    /** A resource by itself. */
    default void single(Template template, OutputBuffer out) {
        item(template, out);
    }
}
