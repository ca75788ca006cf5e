package org.casus.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.model.geo.BoundingBox;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.names.DirectoryView;

/**
 * Events on a map.
 *
 * @param total how many events are in the cells
 * @param unplaced how many more meet all filters but have no point
 */
public record Clusters(List<Cell> cells, long total, long unplaced, DirectoryView names) {

    /** The order of cells: those with most events first. */
    public static final Comparator<Cell> ORDER = Comparator.comparing(Cell::count, Comparator.reverseOrder())
            .thenComparing(Cell::column).thenComparing(Cell::row);

    /** The order of types within a cell. */
    public static final Comparator<Share> SHARES = Comparator.comparing(Share::count, Comparator.reverseOrder())
            .thenComparing(Share::type);

    /**
     * The events in a cell of the grid.
     *
     * @param lat the mean of their latitudes, to seven digits
     * @param lon the mean of their longitudes, to seven digits
     * @param bounds the smallest area that holds their points
     * @param types how many are of which root type
     * @param deaths the sum of the best estimates
     * @param event the event, where it is one
     */
    public record Cell(int column, int row, long count, double lat, double lon, BoundingBox bounds, List<Share> types,
            long deaths, Optional<Stored> event) {
    }

    public record Share(String type, long count) {
    }

    /** A coordinate in ten-millionths of a degree: sums of these are the same in every order. */
    public static long fixed(double degrees) {
        return (long) Math.rint(degrees * 1e7);
    }

    /** The mean of coordinates by their sum. */
    public static double mean(long sum, long count) {
        return Math.round((double) sum / count) / 1e7;
    }

    /** The revision that is shown. */
    public long revision() {
        return names.revision();
    }
}
