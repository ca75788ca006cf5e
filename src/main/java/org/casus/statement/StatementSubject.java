package org.casus.statement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.actor.Actor;
import org.casus.event.Event;
import org.casus.place.Place;

/** A subject of a statement: an event, an actor or a place. */
@Embeddable
class StatementSubject {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "event_pk")
    Event event;

    /** The title that the event had when the statement was written. */
    String eventTitle;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "actor_pk")
    Actor actor;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "place_pk")
    Place place;

    StatementSubject() {
    }

    StatementSubject(Event event, Actor actor, Place place) {
        this.event = event;
        this.eventTitle = event == null ? null : event.title;
        this.actor = actor;
        this.place = place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementSubject that && event == that.event && actor == that.actor && place == that.place
                && Objects.equals(eventTitle, that.eventTitle);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(eventTitle);
    }
}
