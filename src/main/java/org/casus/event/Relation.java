package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.ledger.VersionedEntity;
import org.casus.model.RelationKind;

/** The relation of an event to another one. */
@Embeddable
class Relation {

    @Enumerated(EnumType.STRING)
    RelationKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "other_pk")
    Event other;

    /** The title that the other event had when this relation was written. */
    String title;

    Relation() {
    }

    Relation(RelationKind kind, Event other) {
        this.kind = kind;
        this.other = other;
        this.title = other == null ? null : other.title;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Relation that && kind == that.kind && VersionedEntity.areSame(other, that.other)
                && Objects.equals(title, that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, title);
    }
}
