/**
 * Conditions: what a filter says with and, or and not, of properties that have a value or none. A
 * {@link org.casus.query.condition.Condition} is one sealed tree, whatever language it was written in; it is met where it is true,
 * and neither false nor unknown. {@link org.casus.query.condition.Property} is the table of what can be spoken of,
 * {@link org.casus.query.condition.TextPredicate} tests text, {@link org.casus.query.condition.Geometry} says where a point lies.
 */
package org.casus.query.condition;
