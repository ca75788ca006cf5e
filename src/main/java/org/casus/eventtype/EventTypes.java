package org.casus.eventtype;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.NullSafeLists;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.render.TemplateWriter;

/** Defines the resource type "event type" for the write service and its projection for the index. */
@Singleton
public class EventTypes implements ResourceType<EventType, EventTypeInput, EventTypeView>, Projection<EventTypeView> {

    private static final ResourceDescriptor<EventType, EventTypeInput, EventTypeView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.EVENT_TYPE, EventType.class, EventType::new, EventTypeInput.class, EventTypeView.class);

    private final TemplateWriter templates;

    EventTypes(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<EventType, EventTypeInput, EventTypeView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(EventTypeInput input) {
        return input.name();
    }

    @Override
    public void change(EventType eventType, EventTypeInput input, ReferenceResolver resolver) {
        eventType.name = input.name();
        eventType.parent = resolver.find(EventType.class, ResourceKind.EVENT_TYPE, input.parent(), "/parent");
        eventType.definition = input.definition();
        NullSafeLists.set(eventType.mappings, input.mappings() == null ? List.of() : input.mappings().codings());
    }

    @Override
    public EventTypeView viewOf(EventType eventType) {
        return EventTypeView.of(eventType);
    }

    @Override
    public Optional<DirectoryEntry> entryOf(EventTypeView view) {
        List<DirectoryEntry.Parent> parents = view.parent() == null
                ? List.of()
                : List.of(new DirectoryEntry.Parent(view.parent().id(), TimeRange.ALWAYS));
        return Optional.of(new DirectoryEntry(view.name(), parents));
    }

    @Override
    public Document project(EventTypeView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.name())
                .text(view.definition())
                .tie(Field.SUBTYPE_OF, ResourceKind.EVENT_TYPE, view.id());
        view.mappings().codings().forEach(coding -> document.token(Field.CODING, coding.token()));
        return document;
    }
}
