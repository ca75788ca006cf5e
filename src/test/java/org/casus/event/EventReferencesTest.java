package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casus.edtf.Edtf;
import org.casus.http.json.Tokens;
import org.casus.ledger.States;
import org.casus.query.Document;
import org.casus.query.Reference;
import org.casus.render.TemplateWriter;
import org.casus.vocabulary.RelationKind;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Whatever an event refers to is found by who wants to delete it: its document has a tie for each reference. */
class EventReferencesTest {

    private static final EventView FULL = new EventView("e", to(ResourceKind.EVENT_TYPE, "type"), "Title", null,
            Edtf.parse("2024"), null, null, to(ResourceKind.PLACE, "place"), null,
            List.of(new EventView.ParticipantView(Role.INITIATOR, to(ResourceKind.ACTOR, "one")),
                    new EventView.ParticipantView(Role.HOST, to(ResourceKind.ACTOR, "two"))),
            List.of(new EventView.RelationView(RelationKind.CAUSES, to(ResourceKind.EVENT, "other"))),
            List.of(new EventView.ReportView(to(ResourceKind.SOURCE, "source"), "Post", null, null)),
            null, List.of(), List.of(), to(ResourceKind.DATASET, "dataset"), 1, Instant.EPOCH, Instant.EPOCH);

    private static Reference to(ResourceKind kind, String id) {
        return Reference.to(kind, id);
    }

    @Test
    void each_reference_of_an_event_is_a_tie() {
        Document document = new Events(new TemplateWriter()).project(FULL);
        List<Reference> references = new ArrayList<>();
        collect(States.tree(FULL), references);
        assertThat(references).extracting(Reference::id)
                .containsExactlyInAnyOrder("type", "place", "one", "two", "other", "source", "dataset");
        assertThat(references).allMatch(reference -> document.refersTo(reference.kind(), reference.id()));
        assertThat(FULL.getClass().getRecordComponents()).as("a new member that refers belongs into the event above")
                .hasSize(19);
    }

    private static void collect(JsonNode node, List<Reference> found) {
        if (node.hasNonNull("kind") && node.hasNonNull("id")) {
            found.add(Reference.to(Tokens.read(ResourceKind.class, node.get("kind").asText()).orElseThrow(), node.get("id").asText()));
        }
        node.forEach(child -> collect(child, found));
    }
}
