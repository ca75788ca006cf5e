/**
 * Error responses. Every failure is sent as {@code application/problem+json} (RFC 9457), whether Casus, the framework, the router or
 * the database detected it. Code throws {@link Problem}; two handlers, one for resources and one for the router, turn failures into
 * responses.
 */
package org.casus.http.problem;
