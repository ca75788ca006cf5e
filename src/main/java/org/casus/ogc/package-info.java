/**
 * OGC API Features: a second door to the same queries, for programs that draw maps. {@link org.casus.ogc.FeaturesResource} takes
 * requests; {@link org.casus.ogc.ItemsParser} makes a query of the parameters of the standard beside those of Casus, filters in
 * CQL2 by way of {@link org.casus.ogc.cql2}; the read model answers; {@link org.casus.ogc.FeatureWriter} writes resources as
 * flat features, and {@link org.casus.ogc.OgcDocuments} what explains them.
 */
package org.casus.ogc;
