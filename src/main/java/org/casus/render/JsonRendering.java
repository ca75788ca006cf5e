package org.casus.render;

import java.util.Map;
import org.casus.readmodel.Template;

/** Renders a page as JSON with {@code items}, {@code total}, {@code asOf} and {@code links}. */
final class JsonRendering implements Rendering {

    private final ItemSource items;
    private boolean further;

    JsonRendering(ItemSource items) {
        this.items = items;
    }

    @Override
    public void begin(OutputBuffer out) {
        out.ascii("{\"items\":[");
    }

    @Override
    public void item(Template template, OutputBuffer out) {
        if (further) {
            out.write(',');
        }
        further = true;
        items.append(template, out);
    }

    @Override
    public void end(Tail tail, OutputBuffer out) {
        out.write(']');
        members(tail, out);
        out.write('}');
    }

    /** Writes the members of a list other than its items. */
    static void members(Tail tail, OutputBuffer out) {
        out.ascii(",\"total\":" + tail.total() + ",\"asOf\":" + tail.asOf() + ",\"links\":{");
        String separator = "";
        for (Map.Entry<String, String> link : tail.links().entrySet()) {
            out.ascii(separator);
            out.string(link.getKey());
            out.write(':');
            out.string(link.getValue());
            separator = ",";
        }
        out.write('}');
    }
}
