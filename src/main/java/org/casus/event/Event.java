package org.casus.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casus.dataset.Dataset;
import org.casus.eventtype.EventType;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Location;
import org.casus.model.code.Coding;
import org.casus.model.edtf.Edtf;
import org.casus.place.Place;

/** An event: who did what to whom, where and when, and which sources report it. */
@Entity
public class Event extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "type_pk")
    EventType type;

    public String title;

    String summary;

    @Column(name = "edtf")
    Edtf when;

    /** The bounds of {@link #when}, stored so that SQL can query them; null if open. */
    Instant earliest;
    Instant latest;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "place_pk")
    Place place;

    Location location;

    @ElementCollection
    @CollectionTable(name = "event_participant", joinColumns = @JoinColumn(name = "event_pk"))
    @OrderColumn(name = "position")
    List<Participant> participants = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_relation", joinColumns = @JoinColumn(name = "event_pk"))
    @OrderColumn(name = "position")
    List<Relation> relations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_report", joinColumns = @JoinColumn(name = "event_pk"))
    @OrderColumn(name = "position")
    List<Report> reports = new ArrayList<>();

    Fatalities fatalities;

    /** The {@link Coding#token() tokens} of the codings; null if there are none. */
    String[] codings;

    /** Null if there are none. */
    String[] tags;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "dataset_pk")
    Dataset dataset;
}
