package org.casus.eventtype;

import java.time.Instant;
import java.util.Map;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of an event type that the API returns. */
@Schema(name = "EventType", description = "A kind of event, with the codes that other taxonomies have for it",
        requiredProperties = {"id", "name", "definition", "mappings", "revision", "createdAt", "updatedAt"})
public record EventTypeView(String id, String name, Reference parent, String definition, Mappings mappings,
        long revision, Instant createdAt, Instant updatedAt) implements View {

    static EventTypeView of(EventType type) {
        return new EventTypeView(type.slug, type.name,
                type.parent == null ? null : Reference.to(ResourceKind.EVENT_TYPE, type.parent.slug),
                type.definition, Mappings.of(type.mappings), type.revision, type.createdAt, type.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.EVENT_TYPE;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("events", "/events?type=" + id, "types", "/event-types?parent=" + id);
    }
}
