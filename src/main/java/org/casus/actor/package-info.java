/**
 * Actors: states, armies, services and people. Memberships record which actor belonged to which other one, and when. A client sends
 * an {@link org.casus.actor.ActorInput}; {@link org.casus.actor.Actors} copies it into the entity {@link org.casus.actor.Actor}, turns
 * the entity into an {@link org.casus.actor.ActorView} for clients and the ledger, and turns the view into an index document.
 */
package org.casus.actor;
