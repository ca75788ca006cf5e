/**
 * What goes wrong, said well: every failure leaves as {@code application/problem+json} (RFC 9457), whether it was
 * found by our code, by the framework, by the router or by the database. Code throws {@link Problem}; two places,
 * one for resources and one for the router, turn failures into answers.
 */
package org.casus.http.problem;
