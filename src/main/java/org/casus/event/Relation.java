package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.vocabulary.RelationKind;

/** How an event stands to another. The title is the one that stood when this was written. */
@Embeddable
class Relation {

    @Enumerated(EnumType.STRING)
    RelationKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "other_pk")
    Event event;

    String title;

    Relation() {
    }

    Relation(RelationKind kind, Event event, String title) {
        this.kind = kind;
        this.event = event;
        this.title = title;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Relation that && kind == that.kind && event == that.event
                && Objects.equals(title, that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, title);
    }
}
