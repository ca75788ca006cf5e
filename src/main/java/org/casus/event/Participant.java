package org.casus.event;

import jakarta.persistence.Converter;
import org.casus.ledger.JsonColumn;
import org.casus.vocabulary.Role;
import org.hibernate.annotations.Immutable;

/** An actor in an event, in a role, as the event's row holds it. */
record Participant(Role role, String actor) {

    @Converter
    @Immutable
    static class Column extends JsonColumn<Participant> {

        Column() {
            super(Participant.class);
        }
    }
}
