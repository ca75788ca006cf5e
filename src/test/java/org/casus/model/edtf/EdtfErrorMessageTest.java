package org.casus.model.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfErrorMessageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2023-02-30                 | February 2023 has 28 days, for example 2023-02-28
            2024-02-30                 | February 2024 has 29 days
            1968-06-31                 | June 1968 has 30 days
            1968-08-00                 | August 1968 has 31 days
            2023-13                    | months run from 01 to 12, for example 2023-12
            2023-00                    | months run from 01 to 12
            2023-20                    | months run from 01 to 12
            2023-42                    | months run from 01 to 12
            2023-21-01                 | months run from 01 to 12
            1968/1969-13               | months run from 01 to 12
            196x                       | an unknown digit is an upper-case X, for example 196X
            ١٩٦٨                       | '١' has no place in a date
            1968-08-２0                 | '２' has no place in a date
            1968 08 20                 | ' ' has no place in a date
            20/08/1968                 | two ends and one /
            20.8.1968                  | '.' has no place in a date
            circa 1968                 | 'c' has no place in a date
            Tuesday                    | 'T' has no place in a date
            [1968                      | '[' has no place in a date
            +1968                      | '+' has no place in a date
            19680820                   | with hyphens between
            17000                      | a year of four digits
            68                         | a year of four digits
            1968-8-20                  | a month of two
            1968-08-20-1               | a month of two
            1968-                      | a month of two
            1968-X                     | a month of two
            ?                          | a date is missing
            1968??                     | one of ? ~ and % is enough
            1968?~                     | % means both
            2023-07-19T10:15           | hours, minutes and seconds
            2023-07-19T                | hours, minutes and seconds
            2023-07-19T1٠:15:30        | hours, minutes and seconds
            2023-07T10:15:30           | a time follows a whole day
            2023-07-XXT10:15:30        | a time follows a whole day
            2023-07-19?T10:15:30       | a time follows a whole day
            2023-07-19T10:15:30?       | after the seconds comes nothing, Z, or an offset like +02:00
            2023-07-19T10:15:30.5Z     | no fractions of a second
            2023-07-19T10:15:30z       | after the seconds comes
            2023-07-19T10:15:30+0200   | after the seconds comes
            2023-07-19T10:15:30+14:01  | offsets run from -14:00 to +14:00
            2023-07-19T10:15:30-15     | offsets run from -14:00 to +14:00
            2023-07-19T10:15:30+02:60  | offsets run from -14:00 to +14:00
            2023-07-19T24:00:00        | 00:00:00 of the next
            2023-07-19T10:60:00        | minutes run from 00 to 59
            2016-12-31T23:59:60Z       | a leap second is written as the 59th
            2023-02-30T10:15:30Z       | February 2023 has 28 days
            0000-01-01T00:00:00+01:00  | not in the years 0000 to 9999
            9999-12-31T23:59:59-01:00  | not in the years 0000 to 9999
            ../..                      | one end of an interval must be a date
            /                          | one end of an interval must be a date
            ../                        | one end of an interval must be a date
            /..                        | one end of an interval must be a date
            ..                         | '.' has no place in a date
            1968/1969/1970             | two ends and one /
            1968/P1Y                   | 'P' has no place in a date
            1968/...                   | '.' has no place in a date
            1968/..?                   | '.' has no place in a date
            1969/1968                  | an interval cannot end before it starts, for example 1968/1969
            1968-08-21/1968-08-20      | an interval cannot end before it starts
            1968-08-20T10:00:00/1969   | an interval has dates at its ends, without times
            """)
    void what_is_not_edtf_is_invalid(String text, String explanation) {
        EdtfException refusal = refusalOf(text);

        assertThat(refusal.code()).isEqualTo("edtf.invalid");
        assertThat(refusal).hasMessageStartingWith("'" + text + "' is not a valid EDTF date: ").hasMessageContaining(explanation);
        assertThatItsExampleIsAccepted(refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1968-21         | seasons and other parts of a year; write their months, for example 1968-03/1968-05
            1968-24         | seasons
            1968-25         | seasons
            1968-41         | seasons
            1968-21?        | seasons
            1968-21/1968-23 | seasons
            Y17000          | years of more than four digits; write a year from 0000 to 9999
            Y-17000         | years of more than four digits
            Y17E7           | years of more than four digits
            Y171010000S3    | years of more than four digits
            1950S2          | significant digits of a year; write X
            -1985           | years before 0000; write a year from 0000 to 9999
            -0044-03-15     | years before 0000
            -0044/0014      | years before 0000
            [1667,1668]     | sets of dates; write an interval that covers them
            {1667,1668}     | sets of dates
            [..1984]        | sets of dates
            {1960/1965}     | sets of dates
            ?2004-06        | ? ~ or % on a part of a date; write it at the end
            2004-06~-11     | ? ~ or % on a part of a date
            2004?-06?       | ? ~ or % on a part of a date
            2004-~06-11     | ? ~ or % on a part of a date
            2004/2005-%06   | ? ~ or % on a part of a date
            1968-XX-20      | X before a known digit or for part of a month or day; write X from the right
            XX68            | X before a known digit
            1XXX            | X before a known digit
            XXXX            | X before a known digit
            196X-08         | X before a known digit
            196X-XX         | X before a known digit
            1968-0X         | part of a month or day
            1968-08-2X      | part of a month or day
            XXXX-12-25      | X before a known digit
            """)
    void what_is_edtf_of_another_kind_is_unsupported(String text, String explanation) {
        EdtfException refusal = refusalOf(text);

        assertThat(refusal.code()).isEqualTo("edtf.unsupported");
        assertThat(refusal).hasMessageStartingWith("'" + text + "' uses a part of EDTF that is not supported: ")
                .hasMessageContaining(explanation);
        assertThatItsExampleIsAccepted(refusal);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void no_text_is_no_date(String text) {
        assertThat(refusalOf(text)).hasMessageContaining("a date is missing");
        assertThat(refusalOf(text).code()).isEqualTo("edtf.invalid");
    }

    @Test
    void a_text_of_more_than_64_characters_is_refused_without_repeating_it() {
        assertThat(refusalOf("9".repeat(64))).hasMessageContaining("9".repeat(64));
        assertThat(refusalOf("9".repeat(65))).hasMessageStartingWith("A text of 65 characters is not a valid EDTF date")
                .hasMessageNotContaining("999");
        assertThat(refusalOf("[" + "1968,".repeat(1_000_000) + "1969]").code()).isEqualTo("edtf.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1968\n", "19\u000068", "\u202E1968", "1968\uD83D", "\uDC00"})
    void what_cannot_be_printed_is_spelled_out(String text) {
        assertThat(refusalOf(text).getMessage()).contains("\\u").matches("\\P{C}*");
    }

    private static EdtfException refusalOf(String text) {
        EdtfException refusal = catchThrowableOfType(EdtfException.class, () -> Edtf.parse(text));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal;
    }

    private static void assertThatItsExampleIsAccepted(EdtfException refusal) {
        String message = refusal.getMessage();
        String introduction = ", for example ";
        assertThat(message).contains(introduction);
        String example = message.substring(message.lastIndexOf(introduction) + introduction.length());
        assertThat(Edtf.parse(example)).hasToString(example);
    }
}
