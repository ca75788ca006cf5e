package org.casus.query;

/**
 * A grid over the world in degrees, the same for ever: at each zoom square cells, four times as many as at the one
 * before. A cell holds its western and its southern border, the most northern ones also the pole. The antimeridian is
 * the western border of the first column, whichever sign it is written with.
 */
public record Grid(int zoom) {

    /** The finest grid: cells of about 150 m at the equator. */
    public static final int FINEST = 16;
    /** Nothing on earth lies between this and nothing. */
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

    /** How many cells there are from west to east; half as many from south to north. */
    public int columns() {
        return 1 << zoom + 2;
    }

    /** How wide and how high a cell is, in degrees: exactly, since it is a small number over a power of two. */
    public double size() {
        return SIZES[zoom];
    }

    /** A longitude by its one name: the antimeridian has two. */
    public static double meridian(double lon) {
        return lon == HALF_WORLD ? -HALF_WORLD : lon;
    }

    /** The column of a longitude. The borders are numbers without rounding, so that nothing is between two cells. */
    public int column(double lon) {
        double named = meridian(lon);
        return index(named + HALF_WORLD, named, HALF_WORLD, columns());
    }

    /** The row of a latitude, counted from the south. */
    public int row(double lat) {
        return index(lat + HALF_HEIGHT, lat, HALF_HEIGHT, columns() / 2);
    }

    /** Multiplying is quick and may miss by a cell; the borders, which are exact, decide. */
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

    /** The most eastern longitude of a column: the border itself belongs to the next. */
    public double lastLon(int column) {
        return before(east(column));
    }

    /** The most northern latitude of a row. */
    public double lastLat(int row) {
        return row == columns() / 2 - 1 ? north(row) : before(north(row));
    }

    /** The last number before a border that a parameter can say. */
    private static double before(double border) {
        return border == 0 ? -LEAST : Math.nextDown(border);
    }
}
