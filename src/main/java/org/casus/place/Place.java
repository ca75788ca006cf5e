package org.casus.place;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Box;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.Name;
import org.casus.model.PlaceKind;

/** A place, which may lie within another one, such as a city within a country. */
@Entity
public class Place extends VersionedEntity {

    String name;

    @ElementCollection
    @CollectionTable(name = "place_name", joinColumns = @JoinColumn(name = "place_pk"))
    @OrderColumn(name = "position")
    List<Name> names = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    PlaceKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "within_pk")
    Place within;

    Location location;

    Box bbox;

    @ElementCollection
    @CollectionTable(name = "place_identifier", joinColumns = @JoinColumn(name = "place_pk"))
    @OrderColumn(name = "position")
    List<Identifier> identifiers = new ArrayList<>();
}
