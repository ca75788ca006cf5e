package org.casus.eventtype;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.casus.ledger.VersionedEntity;
import org.casus.model.code.Coding;

/** An event type: a node in the tree of types, with the codes that other taxonomies have for it. */
@Entity
public class EventType extends VersionedEntity {

    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_pk")
    EventType parent;

    String definition;

    @ElementCollection
    @CollectionTable(name = "event_type_mapping", joinColumns = @JoinColumn(name = "event_type_pk"))
    @OrderColumn(name = "position")
    List<Coding> mappings = new ArrayList<>();
}
