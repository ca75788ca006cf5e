/**
 * Problems: every failure leaves as {@code application/problem+json} (RFC 9457), whether our code, the framework, the router or the
 * database found it. Code throws {@link Problem}; two places, one for resources and one for the router, turn failures into
 * responses.
 */
package org.casus.http.problem;
