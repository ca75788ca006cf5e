package org.casus.event;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.casus.edtf.Edtf;
import org.casus.ledger.Recorded;
import org.casus.shape.Coding;
import org.casus.shape.Location;

/**
 * One row, whatever it refers to: references are ids, which never change. That none dangles is the ledger's care: see
 * {@link org.casus.ledger.References}.
 */
@Entity
public class Event extends Recorded {

    String type;

    public String title;

    String summary;

    @Column(name = "edtf")
    Edtf when;

    /** Bounds of {@link #when}, kept beside it for those who query the database; null where open. */
    Instant earliest;
    Instant latest;

    String place;

    Location location;

    @Convert(converter = Participant.Column.class)
    List<Participant> participants = List.of();

    @Convert(converter = Relation.Column.class)
    List<Relation> relations = List.of();

    @Convert(converter = Report.Column.class)
    List<Report> reports = List.of();

    Fatalities fatalities;

    /** {@link Coding#token() Tokens}; null where there are none. */
    String[] codings;

    /** Null where there are none. */
    String[] tags;

    String dataset;
}
