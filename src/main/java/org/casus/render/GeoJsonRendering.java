package org.casus.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.casus.readmodel.Template;

/** Renders a list as a FeatureCollection (RFC 7946). The properties of a feature are the item, byte for byte. */
final class GeoJsonRendering implements Rendering {

    private static final JsonFactory JSON = new JsonFactory();

    private final ItemSource items;
    private final Optional<FieldSelection> selection;
    private final OutputBuffer item = new OutputBuffer(2048);
    private boolean further;

    GeoJsonRendering(ItemSource items, Optional<FieldSelection> selection) {
        this.items = items;
        this.selection = selection;
    }

    @Override
    public void begin(OutputBuffer out) {
        out.ascii("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public void item(Template template, OutputBuffer out) {
        if (further) {
            out.write(',');
        }
        further = true;
        item.clear();
        items.append(template, item);
        Geometry geometry = Geometry.of(item);
        out.ascii("{\"type\":\"Feature\",\"id\":\"" + geometry.id + "\"");
        if (geometry.box != null) {
            out.ascii(",\"bbox\":" + geometry.box);
        }
        out.ascii(geometry.lon == null
                ? ",\"geometry\":null"
                : ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + geometry.lon + "," + geometry.lat + "]}");
        out.ascii(",\"properties\":");
        selection.ifPresentOrElse(some -> some.copy(item, out), () -> out.write(item));
        out.write('}');
    }

    @Override
    public void end(Tail tail, OutputBuffer out) {
        out.write(']');
        JsonRendering.members(tail, out);
        out.write('}');
    }

    /** The id and coordinates of an item, with numbers exactly as written in its JSON. */
    private static final class Geometry {

        private String id;
        private String lat;
        private String lon;
        private String box;

        static Geometry of(OutputBuffer item) {
            Geometry geometry = new Geometry();
            try (JsonParser parser = JSON.createParser(item.array(), 0, item.size())) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    geometry.member(parser);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return geometry;
        }

        private void member(JsonParser parser) throws IOException {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = parser.getText();
                case "location" -> point(parser);
                case "bbox" -> box(parser);
                default -> parser.skipChildren();
            }
        }

        private void point(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("lat")) {
                    lat = parser.getText();
                } else if (name.equals("lon")) {
                    lon = parser.getText();
                }
            }
        }

        private void box(JsonParser parser) throws IOException {
            StringBuilder sides = new StringBuilder("[");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                sides.append(sides.length() > 1 ? "," : "").append(parser.getText());
            }
            box = sides.append(']').toString();
        }
    }
}
