package org.casus.model.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeRangeTest {

    private static final TimeRange YEAR = range("1968");

    @Example
    void ranges_that_share_one_millisecond_overlap_and_neighbours_do_not() {
        Instant midnight = Instant.parse("1969-01-01T00:00:00Z");

        assertThat(YEAR.overlaps(new TimeRange(midnight.minusMillis(1), null))).isTrue();
        assertThat(YEAR.overlaps(new TimeRange(midnight, null))).isFalse();
    }

    @Example
    void an_open_end_reaches_beyond_every_instant() {
        assertThat(range("1900/..").overlaps(YEAR)).isTrue();
        assertThat(range("../1900").overlaps(YEAR)).isFalse();
        assertThat(range("1900/..").intersect(range("../1968"))).contains(range("1900/1968"));
        assertThat(YEAR.within(range("../1968"))).isTrue();
        assertThat(range("../1968").within(YEAR)).isFalse();
    }

    @Example
    void open_ends_are_the_extremes_of_a_long() {
        assertThat(TimeRange.ALWAYS.earliestMillis()).isEqualTo(Long.MIN_VALUE);
        assertThat(TimeRange.ALWAYS.latestMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(range("1970").earliestMillis()).isZero();
        assertThat(range("1969").latestMillis()).isEqualTo(-1);
    }

    @Example
    void an_instant_is_cut_down_to_its_millisecond() {
        Instant instant = Instant.parse("1968-08-20T21:00:00.123999999Z");

        assertThat(new TimeRange(instant, instant).earliest()).isEqualTo("1968-08-20T21:00:00.123Z");
        assertThat(new TimeRange(instant, instant).latest()).isEqualTo("1968-08-20T21:00:00.123Z");
    }

    @Example
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeRange(Instant.EPOCH, Instant.EPOCH.minusMillis(1)))
                .withMessageContaining("before it begins");
    }

    @Property
    void ranges_overlap_exactly_if_they_intersect(@ForAll("ranges") TimeRange one, @ForAll("ranges") TimeRange other) {
        assertThat(one.intersect(other).isPresent()).isEqualTo(one.overlaps(other));
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }

    @Property
    void an_intersection_is_within_both_and_the_same_from_either_side(
            @ForAll("ranges") TimeRange one, @ForAll("ranges") TimeRange other) {
        assertThat(one.intersect(other)).isEqualTo(other.intersect(one));
        one.intersect(other).ifPresent(shared -> assertThat(shared.within(one) && shared.within(other)).isTrue());
    }

    @Property
    void an_instant_of_both_ranges_is_in_their_intersection(
            @ForAll("ranges") TimeRange one, @ForAll("ranges") TimeRange other, @ForAll("instants") Instant instant) {
        TimeRange moment = new TimeRange(instant, instant);

        assertThat(moment.within(one) && moment.within(other))
                .isEqualTo(one.intersect(other).filter(moment::within).isPresent());
    }

    @Property
    void a_range_is_within_another_exactly_if_they_share_all_of_it(
            @ForAll("ranges") TimeRange one, @ForAll("ranges") TimeRange other) {
        assertThat(one.within(other)).isEqualTo(one.intersect(other).filter(one::equals).isPresent());
    }

    @Property
    void always_holds_every_range_and_adds_nothing_to_it(@ForAll("ranges") TimeRange range) {
        assertThat(range.within(range)).isTrue();
        assertThat(range.within(TimeRange.ALWAYS)).isTrue();
        assertThat(range.intersect(TimeRange.ALWAYS)).contains(range);
    }

    /** From few instants, so that bounds often meet. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(-5, 5).map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<TimeRange> ranges() {
        Arbitrary<Instant> bounds = instants().injectNull(0.2);
        return Combinators.combine(bounds, bounds).as(TimeRangeTest::ordered);
    }

    private static TimeRange ordered(Instant one, Instant other) {
        return one != null && other != null && one.isAfter(other) ? new TimeRange(other, one) : new TimeRange(one, other);
    }

    private static TimeRange range(String text) {
        return Edtf.parse(text).range();
    }
}
