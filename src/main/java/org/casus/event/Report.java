package org.casus.event;

import jakarta.persistence.Converter;
import org.casus.ledger.JsonColumn;
import org.hibernate.annotations.Immutable;

/**
 * A source that reports an event, as the event's row holds it. Title and publisher are those that stood when this was
 * written.
 */
record Report(String source, String title, String publisher, String attribution, String note) {

    @Converter
    @Immutable
    static class Column extends JsonColumn<Report> {

        Column() {
            super(Report.class);
        }
    }
}
