package org.casus.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.casus.ledger.VersionedEntity;

/** A dataset: a collection of events with a publisher, a licence and a citation. */
@Entity
public class Dataset extends VersionedEntity {

    String title;
    String publisher;
    String licence;
    String citation;
    String url;

    @Column(name = "release_name")
    String release;
}
