package org.casus.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.model.geo.BoundingBox;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.names.DirectoryView;

/**
 * The result of a {@link org.casus.query.ClusterQuery}: events grouped by the cells of a grid.
 *
 * @param total the number of events in the cells
 * @param unplaced the number of further events that match all filters but have no point
 */
public record Clusters(List<Cell> cells, long total, long unplaced, DirectoryView names) {

    /** The order of cells: those with the most events first. */
    public static final Comparator<Cell> ORDER = Comparator.comparing(Cell::count, Comparator.reverseOrder())
            .thenComparing(Cell::column).thenComparing(Cell::row);

    /** The order of types within a cell. */
    public static final Comparator<Share> SHARES = Comparator.comparing(Share::count, Comparator.reverseOrder())
            .thenComparing(Share::type);

    /**
     * The events in one cell of the grid.
     *
     * @param lat the mean of their latitudes, to seven decimal places
     * @param lon the mean of their longitudes, to seven decimal places
     * @param bounds the smallest box that contains their points
     * @param types the number of events of each root type
     * @param deaths the sum of the best estimates of deaths
     * @param event the event, if the cell contains only one
     */
    public record Cell(int column, int row, long count, double lat, double lon, BoundingBox bounds, List<Share> types,
            long deaths, Optional<Stored> event) {
    }

    /** The number of events of one root type in a cell. */
    public record Share(String type, long count) {
    }

    /** Returns a coordinate in ten-millionths of a degree. Sums of these do not depend on the order of summation. */
    public static long fixed(double degrees) {
        return (long) Math.rint(degrees * 1e7);
    }

    /** Returns the mean in degrees of coordinates whose sum is given in ten-millionths of a degree. */
    public static double mean(long sum, long count) {
        return Math.round((double) sum / count) / 1e7;
    }

    /** Returns the revision that the result shows. */
    public long revision() {
        return names.revision();
    }
}
