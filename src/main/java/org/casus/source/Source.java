package org.casus.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.casus.ledger.VersionedEntity;
import org.casus.model.SourceKind;
import org.casus.model.edtf.Edtf;

/** A source: a publication, with its publisher, title, address and date. */
@Entity
public class Source extends VersionedEntity {

    public String publisher;

    public String title;

    String url;

    @Column(name = "edtf")
    Edtf published;

    String language;

    @Enumerated(EnumType.STRING)
    SourceKind kind;
}
