/**
 * OGC API Features: a second HTTP interface to the same queries, for GIS clients. {@link org.casus.ogc.FeaturesResource} receives
 * the requests. {@link org.casus.ogc.ItemsParser} builds a query from the parameters of the standard and the filters of Casus;
 * {@link org.casus.ogc.cql2} parses CQL2 filters. The read model runs the query, and {@link org.casus.ogc.FeatureWriter} writes the
 * resources as flat GeoJSON features. {@link org.casus.ogc.OgcDocuments} builds the documents that describe the collections.
 */
package org.casus.ogc;
