/**
 * Points, bounding boxes and circles on the earth, in WGS 84 degrees.
 *
 * <p>Filters are parsed into bounding boxes and circles, which test whether they contain a point. {@link org.casus.model.geo.BoundingBox}
 * also splits at the antimeridian into ranges of longitudes, which an index can search.
 */
package org.casus.model.geo;
