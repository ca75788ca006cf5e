package org.casus.render;

import org.casus.readmodel.Template;

/** Renders a list as NDJSON, with one item per line. */
final class NdjsonRendering implements Rendering {

    private final ItemSource items;

    NdjsonRendering(ItemSource items) {
        this.items = items;
    }

    @Override
    public void begin(OutputBuffer out) {
        // the first line is the first item
    }

    @Override
    public void item(Template template, OutputBuffer out) {
        items.append(template, out);
        out.write('\n');
    }

    @Override
    public void end(Tail tail, OutputBuffer out) {
        // the last line is the last item
    }
}
