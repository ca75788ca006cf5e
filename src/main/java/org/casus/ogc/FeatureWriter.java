package org.casus.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.casus.model.ResourceKind;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.Template;
import org.casus.render.FeatureProperties;
import org.casus.render.FeatureProperties.Column;
import org.casus.render.JsonItemWriter;
import org.casus.render.OutputBuffer;

/**
 * Writes resources as GeoJSON (RFC 7946) with flat properties and the members that OGC API Features adds. An instance writes one
 * response.
 */
final class FeatureWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** The initial buffer size per feature, in bytes. */
    private static final int FEATURE = 1024;

    private final List<Column> columns;
    private final JsonItemWriter items;

    FeatureWriter(ResourceKind kind, JsonItemWriter items) {
        this.columns = FeatureProperties.of(kind);
        this.items = items;
    }

    byte[] collection(Page page, List<OgcLink> links, Instant now) {
        OutputBuffer out = new OutputBuffer(FEATURE * (page.items().size() + 1));
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("timeStamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberField("numberMatched", page.total());
            json.writeNumberField("numberReturned", page.items().size());
            json.writeNumberField("asOf", page.revision());
            json.writeObjectField("links", links);
            json.writeArrayFieldStart("features");
            for (Stored item : page.items()) {
                json.writeStartObject();
                feature(item.template(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.copy();
    }

    byte[] single(Template template, List<OgcLink> links) {
        OutputBuffer out = new OutputBuffer(FEATURE);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            feature(template, json);
            json.writeObjectField("links", links);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.copy();
    }

    private void feature(Template template, JsonGenerator json) throws IOException {
        JsonNode item = MAPPER.readTree(items.item(template));
        json.writeStringField("type", "Feature");
        json.writeStringField("id", template.id());
        if (item.has("bbox")) {
            json.writeObjectField("bbox", item.get("bbox"));
        }
        geometry(item.path("location"), json);
        json.writeObjectFieldStart("properties");
        for (Column column : columns) {
            json.writeObjectField(column.name(), column.value().apply(item));
        }
        json.writeEndObject();
    }

    private static void geometry(JsonNode location, JsonGenerator json) throws IOException {
        if (location.isMissingNode()) {
            json.writeNullField("geometry");
            return;
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(location.path("lon").doubleValue());
        json.writeNumber(location.path("lat").doubleValue());
        json.writeEndArray();
        json.writeEndObject();
    }
}
