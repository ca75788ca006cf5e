package org.casus.ogc.cql2;

import org.casus.http.json.CleanText;
import org.casus.ogc.cql2.Expression.At;

/** Takes CQL2 text apart, token by token. */
final class Lexer {

    private final String text;
    private int next;

    Lexer(String text) {
        this.text = text;
    }

    enum Kind {
        /** A keyword, the name of a function or of a property. */
        WORD,
        /** A name in double quotes, which is never a keyword. */
        QUOTED,
        /** Text in single quotes. */
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    /** @param text what it says: without quotes, and without what escapes them */
    record Token(Kind kind, String text, At at) {

        boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }

        /** As a message names it. */
        String shown() {
            return kind == Kind.END ? "the end" : "'" + CleanText.shown(text) + "'";
        }
    }

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

    /** Letters of any script, which the grammar lists by their blocks. */
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

    /** A quote within is written twice, or behind a backslash. */
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
