package org.casus.actor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.casus.ledger.VersionedEntity;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.Name;

/** An actor: a state, an army, a service or a person, with its alternative names, memberships and identifiers. */
@Entity
public class Actor extends VersionedEntity {

    String name;

    @ElementCollection
    @CollectionTable(name = "actor_name", joinColumns = @JoinColumn(name = "actor_pk"))
    @OrderColumn(name = "position")
    List<Name> names = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    ActorKind kind;

    String description;

    @ElementCollection
    @CollectionTable(name = "actor_membership", joinColumns = @JoinColumn(name = "actor_pk"))
    @OrderColumn(name = "position")
    List<Membership> memberships = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "actor_identifier", joinColumns = @JoinColumn(name = "actor_pk"))
    @OrderColumn(name = "position")
    List<Identifier> identifiers = new ArrayList<>();
}
