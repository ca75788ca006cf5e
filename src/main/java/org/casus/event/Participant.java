package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.casus.actor.Actor;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Role;

/** An actor that takes part in an event, with its role. */
@Embeddable
class Participant {

    @Enumerated(EnumType.STRING)
    Role role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "actor_pk")
    Actor actor;

    Participant() {
    }

    Participant(Role role, Actor actor) {
        this.role = role;
        this.actor = actor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Participant that && role == that.role && VersionedEntity.areSame(actor, that.actor);
    }

    @Override
    public int hashCode() {
        return role.hashCode();
    }
}
