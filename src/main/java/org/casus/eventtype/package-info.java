/**
 * Event types: a tree of the kinds of events. Clients can only read them. They ship with the software, and
 * {@code SeedData} writes the differences between two versions as revisions.
 * {@link org.casus.eventtype.EventTypes} copies an {@link org.casus.eventtype.EventTypeInput} into the entity
 * {@link org.casus.eventtype.EventType}, turns the entity into an {@link org.casus.eventtype.EventTypeView}, and turns the view into an
 * index document. {@link org.casus.eventtype.Mappings} holds the codes of other taxonomies.
 */
package org.casus.eventtype;
