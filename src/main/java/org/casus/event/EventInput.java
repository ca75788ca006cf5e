package org.casus.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casus.model.Location;
import org.casus.model.MaxLength;
import org.casus.model.NullSafeLists;
import org.casus.model.RelationKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.code.Coding;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of an event that a client sends. */
@Schema(name = "EventInput")
public record EventInput(
        @Schema(description = "An id of your choice; without it one is made of the title") Slug id,

        @NotNull(message = "type is required; GET /event-types lists them") Slug type,

        @NotBlank(message = "title is required")
        @Size(max = MaxLength.TITLE, message = "title has at most " + MaxLength.TITLE + " characters")
        @Schema(examples = "Speech of the head of MI6 in Prague") String title,

        @Size(max = 10000, message = "summary has at most 10000 characters") String summary,

        @NotNull(message = "when is required, for example \"2023-07-19\" or \"2022-02-24/..\"")
        @Schema(description = "When it happened (EDTF)") Edtf when,

        Slug place,

        @Valid Location location,

        @Size(max = 200, message = "an event has at most 200 participants") List<@Valid Participation> participants,

        @Size(max = 200, message = "an event has at most 200 relations") List<@Valid RelationTo> relations,

        @Size(max = 200, message = "an event has at most 200 reports") List<@Valid ReportBy> reports,

        @Valid Fatalities fatalities,

        @Size(max = 50, message = "an event has at most 50 codings") List<@Valid Coding> codings,

        @Size(max = 50, message = "an event has at most 50 tags") List<@Pattern(regexp = Slug.PATTERN,
                message = "a tag is lower-case letters and digits, joined by single hyphens")
        @Size(max = 64, message = "a tag has at most 64 characters") String> tags,

        @Schema(description = "The dataset it belongs to") Slug dataset) {

    public EventInput {
        participants = NullSafeLists.orEmpty(participants);
        relations = NullSafeLists.orEmpty(relations);
        reports = NullSafeLists.orEmpty(reports);
        codings = NullSafeLists.orEmpty(codings);
        tags = NullSafeLists.orEmpty(tags);
        fatalities = fatalities == null || fatalities.none() ? null : fatalities;
    }

    /** Returns a copy of this input with another time. */
    public EventInput at(Edtf time) {
        return new EventInput(id, type, title, summary, time, place, location, participants, relations, reports, fatalities,
                codings, tags, dataset);
    }

    /** An actor that takes part in the event, with its role. */
    @Schema(name = "ParticipantInput")
    public record Participation(
            @NotNull(message = "role is required") Role role,
            @NotNull(message = "actor is required") Slug actor) {
    }

    /** The relation of the event to another one. */
    @Schema(name = "RelationInput")
    public record RelationTo(
            @NotNull(message = "kind is required") RelationKind kind,
            @NotNull(message = "event is required") Slug event) {
    }

    /**
     * A source that reports the event. A {@code publisher}, as a GET returns it, is accepted and ignored: it is copied from the source.
     */
    @JsonIgnoreProperties("publisher")
    @Schema(name = "ReportInput")
    public record ReportBy(
            @NotNull(message = "source is required") Slug source,

            @Size(max = MaxLength.ATTRIBUTION, message = "attribution has at most " + MaxLength.ATTRIBUTION + " characters")
            @Schema(description = "Whom the source quotes", examples = "Richard Moore") String attribution,

            @Size(max = 2000, message = "note has at most 2000 characters") String note) {
    }
}
