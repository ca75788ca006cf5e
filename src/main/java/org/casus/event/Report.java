package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.source.Source;

/** A source that reports an event. The title is the one that stood when this was written. */
@Embeddable
class Report {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    Source source;

    String title;

    String attribution;

    String note;

    Report() {
    }

    Report(Source source, String title, String attribution, String note) {
        this.source = source;
        this.title = title;
        this.attribution = attribution;
        this.note = note;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report that && source == that.source && Objects.equals(title, that.title)
                && Objects.equals(attribution, that.attribution) && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, attribution, note);
    }
}
