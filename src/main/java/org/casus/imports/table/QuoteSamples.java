package org.casus.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects lines with quotes from beyond the head of a file. Only one line in thousands may show how quotes inside cells are written,
 * and it decides for all of them.
 */
final class QuoteSamples {

    /** The maximum number of bytes kept of each sort of line. */
    private static final int MOST = 1 << 16;
    private static final int LONGEST = 1 << 15;

    private final List<byte[]> lines = new ArrayList<>();
    private final byte[] line = new byte[LONGEST];
    private int length;
    private final int[] kept = new int[Sort.values().length];
    private boolean cut = true;
    private int last = '\n';
    private Sort sort;

    /** The ways in which a line may quote, weakest evidence first. */
    private enum Sort {
        QUOTED, DOUBLED, ESCAPED
    }

    private QuoteSamples() {
    }

    /**
     * Reads the rest of a file to its end, and returns sample lines with quotes.
     *
     * @param rest the file after its head, which may begin in the middle of a line
     */
    static List<byte[]> in(InputStream rest) throws IOException {
        QuoteSamples quoteSamples = new QuoteSamples();
        byte[] buffer = new byte[1 << 16];
        for (int read = rest.read(buffer); read > 0; read = rest.read(buffer)) {
            for (int i = 0; i < read; i++) {
                quoteSamples.take(buffer[i]);
            }
        }
        quoteSamples.end();
        return quoteSamples.lines;
    }

    private void take(byte one) {
        if (one == '\n') {
            end();
        } else {
            if (one == '"') {
                Sort told = last == '\\' ? Sort.ESCAPED : last == '"' ? Sort.DOUBLED : Sort.QUOTED;
                sort = sort == null || told.compareTo(sort) > 0 ? told : sort;
            }
            cut |= length == LONGEST;
            if (!cut) {
                line[length++] = one;
            }
        }
        last = one;
    }

    private void end() {
        if (!cut && sort != null && kept[sort.ordinal()] < MOST) {
            kept[sort.ordinal()] += length;
            lines.add(Arrays.copyOf(line, length));
        }
        length = 0;
        cut = false;
        sort = null;
    }
}
