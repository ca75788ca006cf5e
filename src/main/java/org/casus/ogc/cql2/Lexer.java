package org.casus.ogc.cql2;

import org.casus.http.json.CleanText;
import org.casus.ogc.cql2.Expression.At;

/** Splits CQL2 text into tokens. */
final class Lexer {

    private final String text;
    private int next;

    Lexer(String text) {
        this.text = text;
    }

    enum Kind {
        /** A keyword or the name of a function or property. */
        WORD,
        /** A name in double quotes, which is never a keyword. */
        QUOTED,
        /** Text in single quotes. */
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    /**
     * A token.
     *
     * @param text the text of the token, with quotes removed and escapes resolved
     */
    record Token(Kind kind, String text, At at) {

        boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }

        /** Returns the token as it appears in messages. */
        String shown() {
            return kind == Kind.END ? "the end" : "'" + CleanText.shown(text) + "'";
        }
    }

    /** Reads the next token. At the end of the text it returns an END token. */
    Token next() {
        while (next < text.length() && isSpace(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        At at = new At(next);
        if (next == text.length()) {
            return new Token(Kind.END, "", at);
        }
        int point = text.codePointAt(next);
        if (point == '\'') {
            return new Token(Kind.TEXT, quoted('\'', at), at);
        }
        if (point == '"') {
            return new Token(Kind.QUOTED, quoted('"', at), at);
        }
        if (isDigit(next) || point == '.' && isDigit(next + 1)) {
            return number(at);
        }
        return isStart(point) ? word(at) : symbol(at);
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || point == 0xA0;
    }

    /** Returns whether a name can start with the code point. The grammar lists the Unicode blocks; this accepts every letter. */
    private static boolean isStart(int point) {
        return point == ':' || point == '_' || Character.isLetter(point);
    }

    private static boolean isPart(int point) {
        return isStart(point) || point == '.' || Character.isDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private Token word(At at) {
        while (next < text.length() && isPart(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        return new Token(Kind.WORD, text.substring(at.index(), next), at);
    }

    /** Reads quoted text. A quote within the text is doubled or, in single quotes, preceded by a backslash. */
    private String quoted(char quote, At at) {
        StringBuilder value = new StringBuilder();
        next++;
        while (next < text.length()) {
            char c = text.charAt(next);
            boolean followed = next + 1 < text.length() && text.charAt(next + 1) == quote;
            if (followed && (c == quote || c == '\\' && quote == '\'')) {
                value.append(quote);
                next += 2;
            } else if (c == quote) {
                next++;
                return value.toString();
            } else {
                value.append(c);
                next++;
            }
        }
        throw new Cql2Exception(at, "a " + quote + " is opened here and never closed; within quotes it is written twice");
    }

    private Token number(At at) {
        digits();
        if (next < text.length() && text.charAt(next) == '.') {
            next++;
            digits();
        }
        if (next < text.length() && (text.charAt(next) == 'e' || text.charAt(next) == 'E')) {
            int sign = next + 1 < text.length() && (text.charAt(next + 1) == '+' || text.charAt(next + 1) == '-') ? 1 : 0;
            if (isDigit(next + 1 + sign)) {
                next += 1 + sign;
                digits();
            }
        }
        if (next < text.length() && isPart(text.codePointAt(next))) {
            throw new Cql2Exception(new At(next), "a number ends here, and something else has to stand apart from it");
        }
        return new Token(Kind.NUMBER, text.substring(at.index(), next), at);
    }

    private void digits() {
        while (isDigit(next)) {
            next++;
        }
    }

    private Token symbol(At at) {
        String two = text.substring(next, Math.min(text.length(), next + 2));
        String symbol = switch (two) {
            case "<>", "<=", ">=" -> two;
            default -> text.substring(next, next + Character.charCount(text.codePointAt(next)));
        };
        next += symbol.length();
        return new Token(Kind.SYMBOL, symbol, at);
    }
}
