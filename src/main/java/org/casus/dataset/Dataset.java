package org.casus.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.casus.ledger.Recorded;

@Entity
public class Dataset extends Recorded {

    String title;
    String publisher;
    String licence;
    String citation;
    String url;

    @Column(name = "release_name")
    String release;
}
