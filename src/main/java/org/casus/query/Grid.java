package org.casus.query;

/**
 * A fixed grid over the world in degrees. Its cells are square; each zoom level has four times as many as the one
 * before. A cell includes its western and southern borders; the northernmost cells also include the pole. The
 * antimeridian is the western border of the first column, whether it is written as 180 or -180.
 */
public record Grid(int zoom) {

    /** The finest zoom level, with cells of about 150 m at the equator. */
    public static final int FINEST = 16;
    /** The smallest number of degrees that fits into the 30 decimals of {@code bbox}; no point on earth is closer to zero. */
    private static final double LEAST = 1e-30;
    private static final int WORLD = 360;
    private static final int HALF_WORLD = 180;
    private static final int HALF_HEIGHT = 90;
    private static final double[] SIZES = new double[FINEST + 1];
    private static final double[] PER_DEGREE = new double[FINEST + 1];

    static {
        for (int zoom = 0; zoom <= FINEST; zoom++) {
            int columns = new Grid(zoom).columns();
            SIZES[zoom] = (double) WORLD / columns;
            PER_DEGREE[zoom] = (double) columns / WORLD;
        }
    }

    /** Returns the number of cells from west to east; there are half as many from south to north. */
    public int columns() {
        return 1 << zoom + 2;
    }

    /** Returns the width and height of a cell in degrees. It is exact: a small integer divided by a power of two. */
    public double size() {
        return SIZES[zoom];
    }

    /** Returns the longitude, with the antimeridian always written as -180. */
    public static double meridian(double lon) {
        return lon == HALF_WORLD ? -HALF_WORLD : lon;
    }

    /** Returns the column of a longitude. Borders are exact, so no point falls between two cells. */
    public int column(double lon) {
        double named = meridian(lon);
        return index(named + HALF_WORLD, named, HALF_WORLD, columns());
    }

    /** Returns the row of a latitude, counted from the south. */
    public int row(double lat) {
        return index(lat + HALF_HEIGHT, lat, HALF_HEIGHT, columns() / 2);
    }

    /** Returns the index of a cell. The multiplication is fast but may be off by one, so the exact borders decide. */
    private int index(double shifted, double degrees, int half, int cells) {
        int index = Math.min(cells - 1, (int) (shifted * PER_DEGREE[zoom]));
        if (degrees < border(index, half)) {
            return index - 1;
        }
        return index + 1 < cells && degrees >= border(index + 1, half) ? index + 1 : index;
    }

    private double border(int index, int half) {
        return index * size() - half;
    }

    public double west(int column) {
        return border(column, HALF_WORLD);
    }

    public double east(int column) {
        return border(column + 1, HALF_WORLD);
    }

    public double south(int row) {
        return border(row, HALF_HEIGHT);
    }

    public double north(int row) {
        return border(row + 1, HALF_HEIGHT);
    }

    /** Returns the easternmost longitude of a column; the border itself belongs to the next column. */
    public double lastLon(int column) {
        return before(east(column));
    }

    /** Returns the northernmost latitude of a row. */
    public double lastLat(int row) {
        return row == columns() / 2 - 1 ? north(row) : before(north(row));
    }

    /** Returns the last number before a border that can be written as a parameter. */
    private static double before(double border) {
        return border == 0 ? -LEAST : Math.nextDown(border);
    }
}
