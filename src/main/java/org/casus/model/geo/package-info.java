/** Points, boxes and circles on the earth, in degrees of WGS 84. */
package org.casus.model.geo;
