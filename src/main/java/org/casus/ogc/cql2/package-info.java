/**
 * The filter language CQL2 (OGC 21-065r2), as text and as JSON. {@link org.casus.ogc.cql2.Cql2TextParser} and
 * {@link org.casus.ogc.cql2.Cql2JsonParser} parse a filter into the same {@link org.casus.ogc.cql2.Expression} tree.
 * {@link org.casus.ogc.cql2.ExpressionBinder} turns the tree into a condition on the properties of a resource type. An invalid
 * filter is rejected with the position of the offending character.
 */
package org.casus.ogc.cql2;
