/**
 * CQL2 (OGC 21-065r2), as text and as JSON. {@link org.casus.ogc.cql2.TextParser} and {@link org.casus.ogc.cql2.JsonFilter} make
 * one {@link org.casus.ogc.cql2.Expression} of either; {@link org.casus.ogc.cql2.Binder} makes a condition on the properties of
 * a kind of resource of it. What is wrong is refused with the character at which it stands.
 */
package org.casus.ogc.cql2;
