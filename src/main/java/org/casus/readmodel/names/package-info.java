/**
 * The directory: names and parents of actors, places, event types and datasets at every revision, in memory. Responses get their names here, so that renaming a place rewrites no event
 * and an old revision shows the old name; filters learn here what lies below a place, an actor or a type.
 * Derived from the ledger: one writer appends versions, any number of readers look at it as of their revision.
 */
package org.casus.readmodel.names;
