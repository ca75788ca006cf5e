package org.casus.statement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.casus.actor.Actor;
import org.casus.event.Event;
import org.casus.ledger.VersionedEntity;
import org.casus.model.edtf.Edtf;
import org.casus.source.Source;

/** A statement: a claim that an actor made, the event in which it was made, its subjects, and the source that reports it. */
@Entity
public class Statement extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "speaker_pk")
    Actor speaker;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "made_in_pk")
    Event madeIn;

    /** The title that {@link #madeIn} had when this state was written. */
    String madeInTitle;

    @Column(name = "edtf")
    Edtf when;

    String gist;

    String quote;

    String language;

    @ElementCollection
    @CollectionTable(name = "statement_about", joinColumns = @JoinColumn(name = "statement_pk"))
    @OrderColumn(name = "position")
    List<StatementSubject> about = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    Source source;

    /** The title that {@link #source} had when this state was written. */
    String sourceTitle;
}
