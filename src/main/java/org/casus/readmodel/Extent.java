package org.casus.readmodel;

import java.util.Optional;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;

/**
 * The spatial and temporal extent of the resources of one type at a revision.
 *
 * @param area the smallest box that contains all points and does not cross the antimeridian; empty if no resource has a point
 * @param time the smallest range that contains the times of all resources; empty if no resource has a time
 */
public record Extent(Optional<BoundingBox> area, Optional<TimeRange> time) {
}
