package org.casus.event;

import jakarta.persistence.Converter;
import org.casus.ledger.JsonColumn;
import org.casus.vocabulary.RelationKind;
import org.hibernate.annotations.Immutable;

/** How an event stands to another, as its row holds it. The title is the one that stood when this was written. */
record Relation(RelationKind kind, String event, String title) {

    @Converter
    @Immutable
    static class Column extends JsonColumn<Relation> {

        Column() {
            super(Relation.class);
        }
    }
}
