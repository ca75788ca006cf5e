/**
 * The manners that all resources share at the door: {@link org.casus.door.Reading} answers items, lists and revisions,
 * {@link org.casus.door.Writing} takes what clients send, {@link org.casus.door.Exports}
 * streams whole lists. {@link org.casus.door.Negotiation} says in which format. A resource class says which paths there are and what they
 * mean; everything else about them is said here once.
 */
package org.casus.door;
