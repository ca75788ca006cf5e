package org.casus.model.edtf;

/** Determines why a text has none of the supported date patterns, so that its author can correct it. */
final class MalformedDateDiagnosis {

    private static final String CHARACTERS = "0123456789X-?~%";
    private static final String EXAMPLE = "1968-08-20";

    private MalformedDateDiagnosis() {
    }

    /**
     * Returns an exception that explains the error.
     *
     * @param date the text without the qualifier at its end
     */
    static EdtfException explain(String date, EdtfErrorMessage edtfErrorMessage) {
        String shape = DigitPattern.of(date);
        if (date.isEmpty()) {
            return edtfErrorMessage.invalid("a date is missing", EXAMPLE);
        }
        if (shape.startsWith("Y0") || shape.startsWith("Y-0")) {
            return edtfErrorMessage.unsupported("years of more than four digits", "a year from 0000 to 9999", "1968");
        }
        if (shape.startsWith("0000S0")) {
            return edtfErrorMessage.unsupported("significant digits of a year", "X for the digits that are not known", "196X");
        }
        if (shape.startsWith("-0")) {
            return edtfErrorMessage.unsupported("years before 0000", "a year from 0000 to 9999", "0044");
        }
        return date.codePoints().filter(character -> CHARACTERS.indexOf(character) < 0).boxed().findFirst()
                .map(character -> foreign(character, edtfErrorMessage))
                .orElseGet(() -> misplaced(date, shape, edtfErrorMessage));
    }

    private static EdtfException foreign(int character, EdtfErrorMessage edtfErrorMessage) {
        if (character == 'x') {
            return edtfErrorMessage.invalid("an unknown digit is an upper-case X", "196X");
        }
        return edtfErrorMessage.invalid("'" + EdtfErrorMessage.printable(Character.toString(character)) + "' has no place in a date, "
                + "which is written in the digits 0 to 9, X for an unknown digit, hyphens, and ? ~ or % at its end", EXAMPLE);
    }

    private static EdtfException misplaced(String date, String shape, EdtfErrorMessage edtfErrorMessage) {
        if (Qualifier.endOf(date) != Qualifier.NONE) {
            return edtfErrorMessage.invalid("one of ? ~ and % is enough, and % means both uncertain and approximate", "1968%");
        }
        if (date.indexOf('?') >= 0 || date.indexOf('~') >= 0 || date.indexOf('%') >= 0) {
            return edtfErrorMessage.unsupported("? ~ or % on a part of a date", "it at the end, for the whole date", "1968-08?");
        }
        return switch (shape.replace('X', '0')) {
            case "0000", "0000-00", "0000-00-00" -> edtfErrorMessage.unsupported("X before a known digit or for part of a month or day",
                    "X from the right, such as 196X, 19XX, 1968-XX or 1968-08-XX, or an interval", "1960-08/1969-08");
            default -> edtfErrorMessage.invalid("a date is a year of four digits, then if known a month of two and a day of two, "
                    + "with hyphens between", EXAMPLE);
        };
    }
}
