/**
 * CQL2 (OGC 21-065r2), as text and as JSON. {@link org.casus.ogc.cql2.Cql2TextParser} and {@link org.casus.ogc.cql2.Cql2JsonParser} make
 * one {@link org.casus.ogc.cql2.Expression} of either; {@link org.casus.ogc.cql2.ExpressionBinder} makes a condition on the properties of
 * a kind of resource of it. What is wrong is refused with the character at which it stands.
 */
package org.casus.ogc.cql2;
