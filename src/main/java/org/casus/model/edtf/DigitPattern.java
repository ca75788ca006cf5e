package org.casus.model.edtf;

/** The shape of a text: {@code 196X-08} has the shape {@code 000X-00}, and so has every text that differs from it only in digits. */
final class DigitPattern {

    private DigitPattern() {
    }

    /** The text with 0 for every digit; only the digits of ASCII count as such. */
    static String of(String text) {
        StringBuilder shape = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                shape.setCharAt(i, '0');
            }
        }
        return shape.toString();
    }

    private static boolean isDigit(char character) {
        return '0' <= character && character <= '9';
    }
}
