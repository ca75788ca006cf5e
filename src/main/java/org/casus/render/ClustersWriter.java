package org.casus.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casus.model.ResourceKind;
import org.casus.model.geo.BoundingBox;
import org.casus.query.Grid;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Clusters.Cell;
import org.casus.readmodel.Clusters.Share;
import org.casus.readmodel.ReadModel.Stored;

/** Writes clusters as JSON. */
public final class ClustersWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Clusters clusters;
    private final Grid grid;
    private final Function<Cell, Optional<String>> cellLinks;
    private final Function<Stored, byte[]> events;
    private final Function<String, String> typeHrefs;

    /**
     * Creates a writer.
     *
     * @param cellLinks returns the link to the events of a cell, if a list contains exactly these
     * @param events returns an event as JSON
     * @param typeHrefs returns the path of a type, with the {@code asOf} that links carry
     */
    public ClustersWriter(Clusters clusters, Grid grid, Function<Cell, Optional<String>> cellLinks,
            Function<Stored, byte[]> events, Function<String, String> typeHrefs) {
        this.clusters = clusters;
        this.grid = grid;
        this.cellLinks = cellLinks;
        this.events = events;
        this.typeHrefs = typeHrefs;
    }

    /**
     * Returns the clusters as JSON.
     *
     * @param links paths by relation, in the order of output
     */
    public byte[] json(Map<String, String> links) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("zoom", grid.zoom());
            json.writeArrayFieldStart("clusters");
            for (Cell cell : clusters.cells()) {
                write(json, cell);
            }
            json.writeEndArray();
            json.writeNumberField("total", clusters.total());
            json.writeNumberField("unplaced", clusters.unplaced());
            json.writeNumberField("asOf", clusters.revision());
            json.writeObjectFieldStart("links");
            for (Map.Entry<String, String> link : links.entrySet()) {
                json.writeStringField(link.getKey(), link.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(JsonGenerator json, Cell cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", grid.zoom() + "/" + cell.column() + "/" + cell.row());
        json.writeNumberField("count", cell.count());
        json.writeObjectFieldStart("centre");
        json.writeNumberField("lat", cell.lat());
        json.writeNumberField("lon", cell.lon());
        json.writeEndObject();
        box(json, "bounds", cell.bounds());
        box(json, "cell", new BoundingBox(grid.west(cell.column()), grid.south(cell.row()),
                grid.east(cell.column()), grid.north(cell.row())));
        json.writeArrayFieldStart("types");
        for (Share share : cell.types()) {
            write(json, share);
        }
        json.writeEndArray();
        json.writeNumberField("fatalities", cell.deaths());
        if (cell.event().isPresent()) {
            json.writeFieldName("event");
            json.writeRawValue(new String(events.apply(cell.event().get()), StandardCharsets.UTF_8));
        }
        Optional<String> link = cellLinks.apply(cell);
        if (link.isPresent()) {
            json.writeObjectFieldStart("links");
            json.writeStringField("events", link.get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Share share) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("type");
        json.writeStringField("id", share.type());
        json.writeStringField("name", clusters.names().named(ResourceKind.EVENT_TYPE, share.type()).name());
        json.writeStringField("href", typeHrefs.apply(share.type()));
        json.writeEndObject();
        json.writeNumberField("count", share.count());
        json.writeEndObject();
    }

    private static void box(JsonGenerator json, String name, BoundingBox box) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(box.west());
        json.writeNumber(box.south());
        json.writeNumber(box.east());
        json.writeNumber(box.north());
        json.writeEndArray();
    }
}
