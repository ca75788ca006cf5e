package org.casus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {

    @Test
    void a_box_is_west_south_east_north() {
        Box box = Box.of(List.of(12.09, 48.55, 18.86, 51.06));
        assertThat(box.west()).isEqualTo(12.09);
        assertThat(box.corners()).containsExactly(12.09, 48.55, 18.86, 51.06);
    }

    @Test
    void a_box_may_cross_the_antimeridian() {
        assertThat(Box.of(List.of(170.0, -10.0, -170.0, 10.0)).west()).isEqualTo(170);
    }

    @Test
    void zero_has_no_sign() {
        assertThat(Box.of(List.of(-0.0, -0.0, -0.0, -0.0)).corners()).containsOnly(0.0);
        assertThat(new Location(-0.0, -0.0, null)).isEqualTo(new Location(0.0, 0.0, null));
    }

    @ParameterizedTest
    @CsvSource({"-181,0,0,0", "0,-91,0,0", "0,0,181,0", "0,0,0,91", "0,10,0,-10", "NaN,0,0,0", "0,NaN,0,0",
        "0,0,0,Infinity"})
    void what_is_no_box_is_refused(double west, double south, double east, double north) {
        assertThatThrownBy(() -> Box.of(List.of(west, south, east, north))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void three_or_five_numbers_or_a_gap_are_no_box() {
        assertThatThrownBy(() -> Box.of(List.of(1.0, 2.0, 3.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Box.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Box.of(Arrays.asList(1.0, null, 3.0, 4.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
