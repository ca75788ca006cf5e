package org.casus.model.edtf;

/**
 * Computes the digit pattern of a text, in which every digit is replaced by 0: {@code 196X-08} has the pattern {@code 000X-00}. Texts that
 * differ only in their digits have the same pattern.
 */
final class DigitPattern {

    private DigitPattern() {
    }

    /** Returns the text with every ASCII digit replaced by 0. */
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
