package org.casus.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.model.Reference;
import org.casus.model.View;
import org.casus.readmodel.Template;
import org.casus.readmodel.Template.AsOfForm;
import org.casus.readmodel.Template.LinkSlot;
import org.casus.readmodel.Template.NameSlot;
import org.casus.readmodel.Template.Slot;

/** Writes views as templates: JSON with slots for names and around links. All resources are serialized here. */
public final class TemplateWriter {

    private final ObjectWriter writer;

    public TemplateWriter() {
        SimpleModule module = new SimpleModule("template");
        module.addSerializer(Reference.class, new ReferenceSerializer());
        module.addSerializer(Links.class, new LinksSerializer());
        this.writer = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(module)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build()
                .writer();
    }

    public Template write(View view) {
        Sink sink = new Sink();
        try (JsonGenerator generator = writer.createGenerator(sink.out)) {
            writer.withAttribute(Sink.class, sink).writeValue(generator, new WithLinks(view, linksOf(view)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Template.of(view.id(), view.revision(), sink.out.toByteArray(), sink.slots);
    }

    private static Links linksOf(View view) {
        String self = "/" + view.resource().collection() + "/" + view.id();
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("self", self);
        paths.put("revisions", self + "/revisions");
        paths.putAll(new TreeMap<>(view.links()));
        return new Links(paths);
    }

    private record WithLinks(@JsonUnwrapped View view, Links links) {
    }

    private record Links(Map<String, String> paths) {
    }

    /** The output and the slots found so far. */
    private static final class Sink {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Slot> slots = new ArrayList<>();

        static Sink of(SerializerProvider provider) {
            return (Sink) provider.getAttribute(Sink.class);
        }

        int offset(JsonGenerator generator) throws IOException {
            generator.flush();
            return out.size();
        }

        /** Writes a link to a resource or a list, which gets the {@code asOf} of the response. */
        void writeLink(JsonGenerator generator, String path) throws IOException {
            writeLink(generator, path, path.indexOf('?') >= 0 ? AsOfForm.FURTHER : AsOfForm.FIRST);
        }

        /** Writes a path as a JSON string, with a slot inside its quotes. */
        void writeLink(JsonGenerator generator, String path, AsOfForm asOf) throws IOException {
            generator.writeRawValue("\"" + path);
            slots.add(new LinkSlot(offset(generator), path.length(), asOf));
            generator.writeRaw('"');
        }
    }

    private static final class ReferenceSerializer extends StdSerializer<Reference> {

        ReferenceSerializer() {
            super(Reference.class);
        }

        @Override
        public void serialize(Reference reference, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            Sink sink = Sink.of(provider);
            generator.writeStartObject();
            generator.writeStringField("id", reference.id());
            generator.writeFieldName("name");
            if (reference.title() == null) {
                generator.writeRawValue("");
                sink.slots.add(new NameSlot(sink.offset(generator), reference.kind(), reference.id()));
            } else {
                generator.writeString(reference.title());
            }
            generator.writeFieldName("href");
            sink.writeLink(generator, "/" + reference.kind().collection() + "/" + reference.id());
            generator.writeEndObject();
        }
    }

    /** The links into the ledger, which do not take {@code asOf}: the ledger addresses the past in its own way. */
    private static final Set<String> LEDGER = Set.of("revisions", "changes");

    /** Serializes links. Paths consist of slugs and words that need no escaping in URLs or in JSON. */
    private static final class LinksSerializer extends StdSerializer<Links> {

        LinksSerializer() {
            super(Links.class);
        }

        @Override
        public void serialize(Links links, JsonGenerator generator, SerializerProvider provider) throws IOException {
            Sink sink = Sink.of(provider);
            generator.writeStartObject();
            for (Map.Entry<String, String> link : links.paths().entrySet()) {
                generator.writeFieldName(link.getKey());
                if (LEDGER.contains(link.getKey())) {
                    sink.writeLink(generator, link.getValue(), AsOfForm.NONE);
                } else {
                    sink.writeLink(generator, link.getValue());
                }
            }
            generator.writeEndObject();
        }
    }
}
