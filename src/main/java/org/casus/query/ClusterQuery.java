package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.casus.http.Limits;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;

/**
 * Events to be shown on a map. Valid by construction: {@link ClusterParser} makes it of parameters.
 *
 * @param filters all but the one by area, so that what has no point is counted too
 */
public record ClusterQuery(List<Filter> filters, Grid grid, Area area) {

    /** A rectangle in degrees with its borders; west lies east of east where it crosses the antimeridian. */
    public record Area(double west, double south, double east, double north) {

        public static final Area WORLD = new Area(-180, -90, 180, 90);

        public boolean holds(double lat, double lon) {
            return south <= lat && lat <= north
                    && (west <= east ? west <= lon && lon <= east : west <= lon || lon <= east);
        }

        /** What both have of the world, where that is one rectangle; this one crosses no antimeridian. */
        public Optional<Area> within(Area other) {
            double bottom = Math.max(south, other.south);
            double top = Math.min(north, other.north);
            if (other.west <= other.east) {
                return Optional.of(new Area(Math.max(west, other.west), bottom, Math.min(east, other.east), top));
            }
            boolean inEast = east >= other.west;
            boolean inWest = west <= other.east;
            if (inEast && inWest && other.east < other.west && !(west >= other.west || east <= other.east)) {
                return Optional.empty();
            }
            return Optional.of(west >= other.west || east <= other.east
                    ? new Area(west, bottom, east, top)
                    : new Area(inEast ? other.west : west, bottom, inEast ? east : other.east, top));
        }
    }

    /** What is answered where there would be more cells than {@link Limits#CELLS}. */
    public Problem tooMany() {
        return Problem.parameter("zoom", ErrorCode.SIZE, "these are more than " + Limits.CELLS + " cells; lower 'zoom'"
                + (grid.zoom() > 0 ? " to " + (grid.zoom() - 1) + " or less" : "") + ", or ask for a smaller 'bbox'");
    }
}
