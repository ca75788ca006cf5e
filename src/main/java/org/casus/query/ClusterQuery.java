package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.casus.http.Limits;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.geo.BoundingBox;

/**
 * A query for events clustered on a map. {@link ClusterParser} creates it from parameters, so it is always valid.
 *
 * @param filters all filters except the one by area, so that events without a point are counted too
 */
public record ClusterQuery(List<Filter> filters, Grid grid, BoundingBox area) {

    /** The whole world. */
    public static final BoundingBox WORLD = new BoundingBox(-180, -90, 180, 90);

    /** Returns the part of a grid cell that lies in the queried area; empty if that part is not a single rectangle. */
    public Optional<BoundingBox> seen(int column, int row) {
        double south = Math.max(grid.south(row), area.south());
        double north = Math.min(grid.lastLat(row), area.north());
        List<BoundingBox> parts = area.longitudes().stream()
                .map(span -> new BoundingBox.Span(Math.max(span.west(), grid.west(column)), Math.min(span.east(), grid.lastLon(column))))
                .filter(span -> span.west() <= span.east())
                .map(span -> new BoundingBox(span.west(), south, span.east(), north))
                .toList();
        return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** Returns a copy of this query with the given resolved filters. */
    public ClusterQuery with(List<Filter> understood) {
        return new ClusterQuery(understood, grid, area);
    }

    /** Returns the problem for a response that would have more cells than {@link Limits#CELLS}. */
    public Problem tooMany() {
        return Problem.parameter("zoom", ErrorCode.SIZE, "these are more than " + Limits.CELLS + " cells; lower 'zoom'"
                + (grid.zoom() > 0 ? " to " + (grid.zoom() - 1) + " or less" : "") + ", or ask for a smaller 'bbox'");
    }
}
