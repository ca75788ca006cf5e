/**
 * Conditions combine tests of the properties of a resource with and, or and not. Filter languages are parsed into one sealed tree,
 * {@link org.casus.query.condition.Condition}; a resource matches if the tree is true for it, not if it is false or unknown.
 * {@link org.casus.query.condition.Property} is the table of the properties that can be tested,
 * {@link org.casus.query.condition.TextPredicate} tests texts, and {@link org.casus.query.condition.Geometry} locates a point
 * inside, on the edge of or outside a shape.
 */
package org.casus.query.condition;
