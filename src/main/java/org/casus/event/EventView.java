package org.casus.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Location;
import org.casus.model.NullSafeLists;
import org.casus.model.Reference;
import org.casus.model.RelationKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.model.code.Cameo;
import org.casus.model.code.Coding;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of an event that the API returns. */
@Schema(name = "Event", description = "Who did what to whom, where and when, and who reports it",
        requiredProperties = {"id", "type", "title", "when", "participants", "relations", "reports", "codings", "tags",
            "revision", "createdAt", "updatedAt"})
public record EventView(
        String id,
        Reference type,
        String title,
        String summary,
        @Schema(description = "When it happened (EDTF)") Edtf when,
        @Schema(description = "The first moment it may have been; absent where open") Instant earliest,
        @Schema(description = "The last moment it may have been; absent where open") Instant latest,
        Reference place,
        Location location,
        List<ParticipantView> participants,
        List<RelationView> relations,
        List<ReportView> reports,
        Fatalities fatalities,
        List<CodingView> codings,
        List<String> tags,
        Reference dataset,
        long revision,
        Instant createdAt,
        Instant updatedAt) implements View {

    /** An actor that takes part in the event, with its role. */
    @Schema(name = "Participant", requiredProperties = {"role", "actor"})
    public record ParticipantView(Role role, Reference actor) {
    }

    /** The relation of the event to another one. */
    @Schema(name = "Relation", requiredProperties = {"kind", "event"})
    public record RelationView(RelationKind kind, Reference event) {
    }

    /** A source that reports the event. */
    @Schema(name = "Report", requiredProperties = {"source"})
    public record ReportView(Reference source,
            @Schema(description = "Who published the source, as it stood when the event was last written; read only",
                    examples = "Kyiv Post") String publisher,
            String attribution, String note) {

        /**
         * Returns whether two reports have the same source, attribution and note. The publisher is ignored: it is copied from the
         * source, so a changed publisher does not make a different report.
         */
        @Override
        public boolean equals(Object other) {
            return other instanceof ReportView that && source.equals(that.source)
                    && Objects.equals(attribution, that.attribution) && Objects.equals(note, that.note);
        }

        @Override
        public int hashCode() {
            return Objects.hash(source, attribution, note);
        }
    }

    /**
     * A code in another taxonomy.
     *
     * @param goldstein the weight of a CAMEO code, null for other schemes; always computed, an argument is ignored
     */
    @Schema(name = "CodingOfEvent", description = "A code in another taxonomy", requiredProperties = {"scheme", "code"})
    public record CodingView(Scheme scheme, String code,
            @Schema(description = "The weight of a CAMEO code on Goldstein's scale of conflict and cooperation", minimum = "-10",
                    maximum = "10", examples = "-10.0") Double goldstein) {

        public CodingView {
            goldstein = scheme == Scheme.CAMEO ? Cameo.of(code).map(Cameo.Code::goldstein).orElse(null) : null;
        }

        static CodingView of(String token) {
            Coding coding = Coding.of(token);
            return new CodingView(coding.scheme(), coding.code(), null);
        }

        public String token() {
            return new Coding(scheme, code).token();
        }
    }

    /** Returns the input that would create this state. */
    public EventInput asInput() {
        return new EventInput(new Slug(id), new Slug(type.id()), title, summary, when, slug(place), location,
                participants.stream().map(of -> new EventInput.Participation(of.role(), slug(of.actor()))).toList(),
                relations.stream().map(to -> new EventInput.RelationTo(to.kind(), slug(to.event()))).toList(),
                reports.stream().map(by -> new EventInput.ReportBy(slug(by.source()), by.attribution(), by.note())).toList(),
                fatalities, codings.stream().map(code -> new Coding(code.scheme(), code.code())).toList(), tags, slug(dataset));
    }

    private static Slug slug(Reference reference) {
        return reference == null ? null : new Slug(reference.id());
    }

    static EventView of(Event event) {
        TimeRange range = event.when.range();
        return new EventView(
                event.slug,
                Reference.to(ResourceKind.EVENT_TYPE, event.type.slug),
                event.title,
                event.summary,
                event.when,
                range.earliest(),
                range.latest(),
                Reference.toAny(ResourceKind.PLACE, VersionedEntity.slugOf(event.place)),
                event.location,
                event.participants.stream().map(p -> new ParticipantView(
                        p.role, Reference.to(ResourceKind.ACTOR, p.actor.slug))).toList(),
                event.relations.stream().map(r -> new RelationView(
                        r.kind, new Reference(ResourceKind.EVENT, r.other.slug, r.title))).toList(),
                event.reports.stream().map(r -> new ReportView(new Reference(ResourceKind.SOURCE, r.source.slug, r.title),
                        r.publisher, r.attribution, r.note)).toList(),
                event.fatalities,
                NullSafeLists.of(event.codings, CodingView::of),
                NullSafeLists.of(event.tags, tag -> tag),
                Reference.toAny(ResourceKind.DATASET, VersionedEntity.slugOf(event.dataset)),
                event.revision,
                event.createdAt,
                event.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.EVENT;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("statements", "/statements?madeIn=" + id, "about", "/statements?about=" + id,
                "related", "/events?relatedTo=" + id, "graph", "/events/" + id + "/graph");
    }
}
