package org.casus.model.edtf;

/** Creates the exceptions for an invalid text. Their messages have the text, what is wrong, what is allowed and an example. */
record EdtfErrorMessage(String text) {

    EdtfException invalid(String why, String example) {
        return new EdtfException(EdtfException.INVALID,
                quoted() + " is not a valid EDTF date: " + why + ", for example " + example);
    }

    EdtfException unsupported(String what, String instead, String example) {
        return new EdtfException(EdtfException.UNSUPPORTED,
                quoted() + " uses a part of EDTF that is not supported: " + what + "; write " + instead + ", for example " + example);
    }

    /** Returns the exception for a text that is too long. Its message does not repeat the text. */
    EdtfException tooLong() {
        return new EdtfException(EdtfException.INVALID, "A text of " + text.length() + " characters is not a valid EDTF date: "
                + "at most " + Edtf.MAX_LENGTH + " are allowed, for example 1968-08-20/1968-08-21");
    }

    /**
     * Returns the text with {@code \}{@code uXXXX} in place of characters that are unsafe in a log or a response: control and format
     * characters such as direction marks, line separators and unpaired surrogates.
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> printable.append(String.format("\\u%04X", character));
                default -> printable.appendCodePoint(character);
            }
        });
        return printable.toString();
    }

    private String quoted() {
        return text == null ? "Nothing" : "'" + printable(text) + "'";
    }
}
