package org.casus.ogc.cql2;

import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.ogc.cql2.Lexer.Kind;
import org.casus.ogc.cql2.Lexer.Token;

/** The tokens of one filter, with one token of lookahead and the current nesting depth. */
final class TokenStream {

    private final Lexer lexer;
    private Token next;
    private int depth;

    TokenStream(String text) {
        this.lexer = new Lexer(text);
        this.next = lexer.next();
    }

    Token peek() {
        return next;
    }

    Token take() {
        Token taken = next;
        next = lexer.next();
        return taken;
    }

    /** Consumes the given word if it is next, and returns whether it was. */
    boolean takes(String word) {
        if (next.is(word)) {
            take();
            return true;
        }
        return false;
    }

    /**
     * Consumes the given symbol.
     *
     * @param where the place where the symbol is expected, for the error message
     * @throws Cql2Exception if another token is next
     */
    void symbol(String symbol, String where) {
        if (!next.isSymbol(symbol)) {
            throw new Cql2Exception(next.at(), "a '" + symbol + "' belongs here, " + where + ", not " + next.shown());
        }
        take();
    }

    Token text(String what) {
        if (next.kind() != Kind.TEXT) {
            throw new Cql2Exception(next.at(), what + " belongs here, not " + next.shown());
        }
        return take();
    }

    /**
     * Applies a nested rule.
     *
     * @throws Cql2Exception if the filter is nested too deeply
     */
    <T> T deeper(Supplier<T> rule) {
        if (++depth > Limits.FILTER_DEPTH) {
            throw new Cql2Exception(next.at(), "a filter is nested at most " + Limits.FILTER_DEPTH + " deep");
        }
        T read = rule.get();
        depth--;
        return read;
    }
}
