package org.casus.readmodel;

import java.util.Optional;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;

/**
 * Where and when resources of a kind are, as of a revision.
 *
 * @param area the least that holds every point, from west to east without crossing the antimeridian; empty where none has one
 * @param time the least that holds the time of each that has one; empty where none has
 */
public record Extent(Optional<BoundingBox> area, Optional<TimeRange> time) {
}
