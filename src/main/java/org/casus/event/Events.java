package org.casus.event;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.actor.Actor;
import org.casus.dataset.Dataset;
import org.casus.eventtype.EventType;
import org.casus.http.problem.ErrorCode;
import org.casus.ledger.write.CycleCheck;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.NullSafeLists;
import org.casus.model.Reference;
import org.casus.model.RelationKind;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.model.code.Coding;
import org.casus.place.Place;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.render.TemplateWriter;
import org.casus.source.Source;

/** Defines the resource type "event" for the write service and its projection for the index. */
@Singleton
public class Events implements ResourceType<Event, EventInput, EventView>, Projection<EventView> {

    private static final ResourceDescriptor<Event, EventInput, EventView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.EVENT, Event.class, Event::new, EventInput.class, EventView.class);

    private final TemplateWriter templates;

    Events(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Event, EventInput, EventView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(EventInput input) {
        return input.title();
    }

    @Override
    public void change(Event event, EventInput input, ReferenceResolver resolver) {
        event.type = resolver.find(EventType.class, ResourceKind.EVENT_TYPE, input.type(), "/type");
        event.title = input.title();
        event.summary = input.summary();
        event.when = input.when();
        event.earliest = input.when().range().earliest();
        event.latest = input.when().range().latest();
        event.place = resolver.find(Place.class, ResourceKind.PLACE, input.place(), "/place");
        event.location = input.location();
        NullSafeLists.set(event.participants, participants(input, resolver));
        NullSafeLists.set(event.relations, relations(input, resolver));
        NullSafeLists.set(event.reports, reports(input, resolver));
        event.fatalities = input.fatalities();
        event.codings = NullSafeLists.words(once(input.codings()), Coding::token);
        event.tags = NullSafeLists.words(once(input.tags()), tag -> tag);
        event.dataset = resolver.find(Dataset.class, ResourceKind.DATASET, input.dataset(), "/dataset");
        if (input.fatalities() != null && !input.fatalities().ordered()) {
            resolver.note("/fatalities", ErrorCode.RULE, "low is at most best, and best is at most high");
        }
    }

    private static List<Participant> participants(EventInput input, ReferenceResolver resolver) {
        List<Participant> participants = new ArrayList<>();
        for (EventInput.Participation of : input.participants()) {
            String pointer = "/participants/" + participants.size() + "/actor";
            participants.add(new Participant(of.role(),
                    resolver.find(Actor.class, ResourceKind.ACTOR, of.actor(), pointer)));
        }
        return once(participants);
    }

    private static List<Relation> relations(EventInput input, ReferenceResolver resolver) {
        List<Relation> relations = new ArrayList<>();
        for (EventInput.RelationTo to : input.relations()) {
            String pointer = "/relations/" + relations.size() + "/event";
            relations.add(new Relation(to.kind(), resolver.find(Event.class, ResourceKind.EVENT, to.event(), pointer)));
        }
        return once(relations);
    }

    private static List<Report> reports(EventInput input, ReferenceResolver resolver) {
        List<Report> reports = new ArrayList<>();
        for (EventInput.ReportBy by : input.reports()) {
            String pointer = "/reports/" + reports.size() + "/source";
            Source source = resolver.find(Source.class, ResourceKind.SOURCE, by.source(), pointer);
            reports.add(new Report(source, by.attribution(), by.note()));
        }
        return once(reports);
    }

    /** Removes duplicates, keeping the first of each. */
    private static <T> List<T> once(List<T> list) {
        return list.stream().distinct().toList();
    }

    @Override
    public EventView viewOf(Event event) {
        return EventView.of(event);
    }

    @Override
    public Optional<String> datasetOf(EventView view) {
        return Optional.ofNullable(Reference.idOf(view.dataset()));
    }

    @Override
    public List<Reference> parentsOf(EventView view) {
        return view.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.PART_OF)
                .map(EventView.RelationView::event)
                .toList();
    }

    @Override
    public void refuseCycles(Event event) {
        CycleCheck.refuse(event.pk, "/relations", "an event cannot be part of itself", Events::wholes);
    }

    private static List<Long> wholes(Long event) {
        return CycleCheck.ask("select r.other.pk from Event e join e.relations r where e.pk = ?1 and r.kind = PART_OF",
                Long.class, event);
    }

    @Override
    public Document project(EventView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.title())
                .value(Property.TITLE, view.title())
                .value(Property.SUMMARY, view.summary())
                .value(Property.WHEN, view.when().text())
                .recorded(view.updatedAt())
                .text(view.summary())
                .time(view.when().range())
                .tie(Field.TYPE, ResourceKind.EVENT_TYPE, view.type().id())
                .tie(Field.PLACE_OF, ResourceKind.PLACE, Reference.idOf(view.place()))
                .tie(Field.DATASET_OF, ResourceKind.DATASET, Reference.idOf(view.dataset()));
        if (view.fatalities() != null) {
            document.deaths(view.fatalities().low(), view.fatalities().best(), view.fatalities().high());
        }
        if (view.location() != null) {
            document.point(view.location().lat(), view.location().lon())
                    .word(Property.PRECISION, view.location().precision());
        }
        view.participants().forEach(participant ->
                document.participant(participant.role(), participant.actor().id()));
        view.relations().forEach(relation -> document.tie(Field.RELATED_TO, ResourceKind.EVENT, relation.event().id()));
        view.reports().forEach(report -> document
                .tie(Field.SOURCE_OF, ResourceKind.SOURCE, report.source().id())
                .value(Property.SOURCES, report.source().title())
                .token(Field.PUBLISHER, report.publisher()));
        view.tags().forEach(tag -> document.token(Field.TAG, tag));
        view.codings().forEach(coding -> document.token(Field.CODING, coding.token()));
        return document;
    }
}
