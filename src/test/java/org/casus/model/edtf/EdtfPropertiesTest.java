package org.casus.model.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;

class EdtfPropertiesTest {

    @Property
    void every_supported_text_is_accepted_and_comes_back_unchanged(@ForAll("supported") String text) {
        assertThat(Edtf.parse(text)).hasToString(text).isEqualTo(Edtf.parse(text));
    }

    @Property
    void the_earliest_time_is_never_after_the_latest(@ForAll("supported") String text) {
        TimeRange range = Edtf.parse(text).range();

        assertThat(range.earliestMillis()).isLessThan(range.latestMillis());
        assertThat(range).isNotEqualTo(TimeRange.ALWAYS);
    }

    @Property
    void a_month_holds_each_of_its_days_and_touches_no_other(@ForAll("months") YearMonth month) {
        TimeRange whole = range(month.toString());

        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            assertThat(range(month.atDay(day).toString()).within(whole)).isTrue();
        }
        assertThat(range(month.atDay(1).minusDays(1).toString()).overlaps(whole)).isFalse();
        assertThat(range(month.atEndOfMonth().plusDays(1).toString()).overlaps(whole)).isFalse();
    }

    @Property
    void what_is_known_less_exactly_covers_more(@ForAll("days") LocalDate day) {
        String text = day.toString();
        String[] lessAndLess = {text, text.substring(0, 7), text.substring(0, 4), text.substring(0, 3) + "X", text.substring(0, 2) + "XX"};

        for (int i = 1; i < lessAndLess.length; i++) {
            assertThat(range(lessAndLess[i - 1]).within(range(lessAndLess[i]))).isTrue();
        }
    }

    @Property
    void a_qualifier_changes_what_is_said_and_not_what_is_covered(@ForAll("dates") String date) {
        assertThat(range(date + "?")).isEqualTo(range(date));
        assertThat(range(date + "~")).isEqualTo(range(date));
        assertThat(range(date + "%")).isEqualTo(range(date));
    }

    @Property
    void a_time_is_a_second_of_its_day_and_an_offset_moves_it(@ForAll("seconds") LocalDateTime second, @ForAll("offsets") ZoneOffset offset) {
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(second);

        assertThat(range(text)).isEqualTo(range(text + "Z"));
        assertThat(range(text).within(range(text.substring(0, 10)))).isTrue();
        assertThat(range(text + offset).earliest()).isEqualTo(second.toInstant(offset));
    }

    @Property
    void an_interval_reaches_from_its_start_to_its_end(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 4000) int days) {
        LocalDate end = start.plusDays(days);
        TimeRange interval = range(start + "/" + end);

        assertThat(interval.earliest()).isEqualTo(range(start.toString()).earliest());
        assertThat(interval.latest()).isEqualTo(range(end.toString()).latest());
        assertThat(range(start + "/..").intersect(range("../" + end))).contains(interval);
    }

    @Property
    void whatever_is_typed_is_a_date_or_a_refusal(@ForAll("typed") String text) {
        try {
            assertThat(Edtf.parse(text)).hasToString(text);
        } catch (EdtfException refusal) {
            assertThat(refusal.code()).isIn("edtf.invalid", "edtf.unsupported");
            assertThat(refusal.getMessage()).contains(", for example ").hasSizeLessThan(1000);
        }
    }

    @Provide
    Arbitrary<YearMonth> months() {
        return Dates.yearMonths().between(YearMonth.of(1, 1), YearMonth.of(9998, 12));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9980, 12, 31));
    }

    @Provide
    Arbitrary<LocalDateTime> seconds() {
        return DateTimes.dateTimes().between(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9998, 12, 31, 23, 59, 59))
                .map(second -> second.withNano(0));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers().between(-14 * 60, 14 * 60).map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    /** Dates of every precision, without qualifier. */
    @Provide
    Arbitrary<String> dates() {
        return Combinators.combine(days(), Arbitraries.of("day", "DD", "month", "MM", "MMDD", "year", "decade", "century")).as(
                (day, shape) -> {
                    String text = day.toString();
                    return switch (shape) {
                        case "day" -> text;
                        case "DD" -> text.substring(0, 7) + "-XX";
                        case "month" -> text.substring(0, 7);
                        case "MM" -> text.substring(0, 4) + "-XX";
                        case "MMDD" -> text.substring(0, 4) + "-XX-XX";
                        case "year" -> text.substring(0, 4);
                        case "decade" -> text.substring(0, 3) + "X";
                        default -> text.substring(0, 2) + "XX";
                    };
                });
    }

    @Provide
    Arbitrary<String> supported() {
        Arbitrary<String> qualified = Combinators.combine(dates(), Arbitraries.of("", "?", "~", "%")).as(String::concat);
        Arbitrary<String> open = Combinators.combine(Arbitraries.of("%s/..", "%s/", "../%s", "/%s"), qualified).as(String::formatted);
        Arbitrary<String> intervals = Combinators.combine(qualified, qualified).as(EdtfPropertiesTest::ordered);
        Arbitrary<String> times = Combinators.combine(seconds(), offsets())
                .as((second, offset) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(second) + offset);
        return Arbitraries.oneOf(qualified, open, intervals, times);
    }

    /** Anything at all, and what looks much like a date. */
    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> nearly = Arbitraries.strings().withChars("0019XX--T::/..?~%[]{}YSEZ+x١").ofMaxLength(30);
        Arbitrary<String> broken = Combinators.combine(supported(), Arbitraries.integers().between(0, 60), Arbitraries.chars().all()).as(
                (text, at, character) -> new StringBuilder(text).insert(Math.min(at, text.length()), character).toString());
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(70);
        return Arbitraries.oneOf(nearly, broken, anything, Arbitraries.strings().ofMinLength(65).ofMaxLength(5000));
    }

    private static String ordered(String one, String other) {
        return range(one).earliest().isAfter(range(other).latest()) ? other + "/" + one : one + "/" + other;
    }

    private static TimeRange range(String text) {
        return Edtf.parse(text).range();
    }
}
