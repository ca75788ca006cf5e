/**
 * Places: the locations of events, in a hierarchy that ends at the continents. A client sends a {@link org.casus.place.PlaceInput};
 * {@link org.casus.place.Places} copies it into the entity {@link org.casus.place.Place}, turns the entity into a
 * {@link org.casus.place.PlaceView} for clients and the ledger, and turns the view into an index document.
 */
package org.casus.place;
