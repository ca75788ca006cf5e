package org.casus.imports.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;

/** Reads cells that an event can lack: an invalid value is noted and left out, and the row is not refused. */
public final class LenientCells {

    private LenientCells() {
    }

    /** Reads a whole number; empty if the cell contains none. */
    public static OptionalInt integer(Cells cells, String column) {
        try {
            return cells.integer(column);
        } catch (RefusedRowException e) {
            cells.note(column, e.objection().rule());
            return OptionalInt.empty();
        }
    }

    /** Reads a number; empty if the cell contains none. */
    public static OptionalDouble decimal(Cells cells, String column) {
        try {
            return cells.decimal(column);
        } catch (RefusedRowException e) {
            cells.note(column, e.objection().rule());
            return OptionalDouble.empty();
        }
    }

    /** Reads the point in the columns {@code latitude} and {@code longitude}; empty if it is missing, 0/0 or out of range. */
    public static Optional<Location> point(Cells cells, LocationPrecision precision) {
        OptionalDouble lat = decimal(cells, "latitude");
        OptionalDouble lon = decimal(cells, "longitude");
        if (lat.isEmpty() || lon.isEmpty()) {
            return Optional.empty();
        }
        if (lat.getAsDouble() == 0 && lon.getAsDouble() == 0) {
            cells.note("latitude", "0/0 is no place; left out");
            return Optional.empty();
        }
        if (Math.abs(lat.getAsDouble()) > 90 || Math.abs(lon.getAsDouble()) > 180) {
            cells.note(Math.abs(lat.getAsDouble()) > 90 ? "latitude" : "longitude", "is in degrees on the earth; left out");
            return Optional.empty();
        }
        return Optional.of(new Location(lat.getAsDouble(), lon.getAsDouble(), precision));
    }

    /** Reads the values between semicolons, without duplicates. */
    public static List<String> list(Cells cells, String column) {
        return cells.text(column).stream().flatMap(text -> Arrays.stream(text.split(";"))).map(String::strip)
                .filter(one -> !one.isEmpty() && !one.equals("None")).distinct().toList();
    }
}
