/**
 * The directory: the names and parents of actors, places, event types and datasets at every revision, in memory. Responses take
 * names from it, so that renaming a place rewrites no event and an old revision shows the old name. Filters take the descendants
 * of a place, an actor or a type from it. It is derived from the ledger: one writer thread appends versions, and any number of
 * readers use it at their revision.
 */
package org.casus.readmodel.names;
