/**
 * The manners that all resources share at the door: {@link org.casus.rest.Reads} answers items, lists and revisions,
 * {@link org.casus.rest.Writes} takes what clients send, {@link org.casus.rest.Exports}
 * streams whole lists. {@link org.casus.rest.Negotiation} says in which format. A resource class says which paths there are and what they
 * mean; everything else about them is said here once.
 */
package org.casus.rest;
