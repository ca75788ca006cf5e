package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every point lies in one cell, between its borders. */
class GridTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void a_cell_holds_its_western_and_southern_border_and_nothing_of_the_next(int zoom) {
        Grid grid = new Grid(zoom);
        Random random = new Random(zoom);
        for (int i = 0; i < 2000; i++) {
            int column = random.nextInt(grid.columns());
            int row = random.nextInt(grid.columns() / 2);
            assertThat(grid.column(grid.west(column))).isEqualTo(column);
            assertThat(grid.column(grid.lastLon(column))).isEqualTo(column);
            assertThat(grid.row(grid.south(row))).isEqualTo(row);
            assertThat(grid.row(grid.lastLat(row))).isEqualTo(row);
            double lon = random.nextDouble() * 360 - 180;
            assertThat(lon).isBetween(grid.west(grid.column(lon)), grid.lastLon(grid.column(lon)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void the_poles_are_in_the_outermost_rows_and_the_antimeridian_is_in_the_first_column(int zoom) {
        Grid grid = new Grid(zoom);
        assertThat(grid.column(180)).isZero();
        assertThat(grid.column(-180)).isZero();
        assertThat(grid.row(90)).isEqualTo(grid.columns() / 2 - 1);
        assertThat(grid.row(-90)).isZero();
    }

    @Test
    void a_cell_of_one_zoom_holds_four_of_the_next() {
        for (double lon = -180; lon <= 180; lon += 0.37) {
            assertThat(new Grid(9).column(lon) / 2).isEqualTo(new Grid(8).column(lon));
        }
    }
}
