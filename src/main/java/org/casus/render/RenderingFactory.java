package org.casus.render;

import java.util.Optional;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Template;

/** Creates the renderings of all formats. */
public final class RenderingFactory {

    private static final int ITEM = 2048;

    private RenderingFactory() {
    }

    /**
     * Returns a new rendering of a format.
     *
     * @param selection the selected members, empty for all
     * @param context the address of the JSON-LD context
     */
    public static Rendering of(Format format, ResourceKind kind, JsonItemWriter answer, Optional<FieldSelection> selection,
            String context) {
        ItemSource whole = answer::append;
        ItemSource items = selection.map(some -> selecting(answer, some)).orElse(whole);
        return switch (format) {
            case JSON -> new JsonRendering(items);
            case NDJSON -> new NdjsonRendering(items);
            case CSV -> new CsvRendering(CsvColumns.of(kind, selection), whole);
            case GEOJSON -> new GeoJsonRendering(whole, selection);
            case JSONLD -> new JsonLdRendering(kind, whole, selection, context);
            case MANIFEST -> throw new IllegalArgumentException("a manifest is no rendering of items");
        };
    }

    private static ItemSource selecting(JsonItemWriter answer, FieldSelection matches) {
        OutputBuffer item = new OutputBuffer(ITEM);
        return (Template template, OutputBuffer out) -> {
            item.clear();
            answer.append(template, item);
            matches.copy(item, out);
        };
    }
}
