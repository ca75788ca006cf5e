package org.casus.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a statement that the API returns. */
@Schema(name = "Statement", description = "Who claims what, in which event, about what, on whose authority",
        requiredProperties = {"id", "speaker", "gist", "about", "revision", "createdAt", "updatedAt"})
public record StatementView(
        String id,
        Reference speaker,
        Reference madeIn,
        @Schema(description = "When it was said (EDTF)") Edtf when,
        @Schema(description = "What was said, in the recorder's own words") String gist,
        @Schema(description = "The words themselves") String quote,
        @Schema(description = "The language of the quote (BCP 47)", examples = "en") String language,
        List<AboutView> about,
        Reference source,
        long revision,
        Instant createdAt,
        Instant updatedAt) implements View {

    /** A subject of the statement: an event, an actor or a place. Exactly one component is not null. */
    @Schema(name = "About", minProperties = 1, maxProperties = 1)
    public record AboutView(Reference event, Reference actor, Reference place) {

        static AboutView of(StatementSubject subject) {
            return new AboutView(
                    subject.event == null ? null : new Reference(ResourceKind.EVENT, subject.event.slug, subject.eventTitle),
                    subject.actor == null ? null : Reference.to(ResourceKind.ACTOR, subject.actor.slug),
                    subject.place == null ? null : Reference.to(ResourceKind.PLACE, subject.place.slug));
        }

        Reference what() {
            return event != null ? event : actor != null ? actor : place;
        }
    }

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.slug,
                Reference.to(ResourceKind.ACTOR, statement.speaker.slug),
                statement.madeIn == null
                        ? null : new Reference(ResourceKind.EVENT, statement.madeIn.slug, statement.madeInTitle),
                statement.when,
                statement.gist,
                statement.quote,
                statement.language,
                statement.about.stream().map(AboutView::of).toList(),
                statement.source == null
                        ? null : new Reference(ResourceKind.SOURCE, statement.source.slug, statement.sourceTitle),
                statement.revision,
                statement.createdAt,
                statement.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.STATEMENT;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("sameSpeaker", "/statements?speaker=" + speaker.id());
    }
}
