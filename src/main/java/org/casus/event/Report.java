package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.ledger.VersionedEntity;
import org.casus.source.Source;

/** A source that reports an event. */
@Embeddable
class Report {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    Source source;

    /** The title and the publisher that the source had when this report was written. */
    String title;
    String publisher;

    String attribution;

    String note;

    Report() {
    }

    Report(Source source, String attribution, String note) {
        this.source = source;
        this.title = source == null ? null : source.title;
        this.publisher = source == null ? null : source.publisher;
        this.attribution = attribution;
        this.note = note;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report that && VersionedEntity.areSame(source, that.source) && Objects.equals(title, that.title)
                && Objects.equals(publisher, that.publisher) && Objects.equals(attribution, that.attribution)
                && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, publisher, attribution, note);
    }
}
