/**
 * The HTTP behaviour that all resources share. A resource class declares its paths and their meaning, and delegates here.
 * {@link org.casus.rest.Reads} answers items and lists: it negotiates the format ({@link org.casus.rest.Negotiation}), resolves
 * the query ({@link org.casus.rest.QueryResolver}), reads the read model and builds a response with an ETag and links
 * ({@link org.casus.rest.Responses}). {@link org.casus.rest.Writes} passes request bodies to the write service and responds with
 * the new state. {@link org.casus.rest.Exports} streams whole lists. {@link org.casus.rest.EventLoopDispatch} chooses the thread.
 */
package org.casus.rest;
