package org.casus.imports.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a file record by record, and knows after each the byte offset and the line at which the next one begins, so that reading can
 * be resumed there. It works on bytes, since separators, quotes and line feeds are the same single bytes in every supported charset.
 */
public final class RecordReader implements Closeable {

    /** The maximum size of a record in bytes. A longer one means that the file is broken. */
    private static final int LONGEST = 4 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CsvDialect dialect;
    private final Charset charset;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] record = new byte[1 << 12];
    private int length;
    private long position;
    private long line;

    /**
     * @param in the file, positioned at the beginning of a record
     * @param position the byte offset of that record
     * @param line the line of that record, from 1
     */
    public RecordReader(InputStream in, CsvDialect dialect, Charset charset, long position, long line) throws IOException {
        this.in = in;
        this.dialect = dialect;
        this.charset = charset;
        this.position = position;
        this.line = line;
        if (position == 0) {
            skipByteOrderMark();
        }
    }

    private void skipByteOrderMark() throws IOException {
        filled = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        if (filled >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            at = BYTE_ORDER_MARK.length;
            position = BYTE_ORDER_MARK.length;
        }
    }

    /** Returns the byte offset at which the next record begins. */
    public long position() {
        return position;
    }

    /** Returns the line at which the next record begins. */
    public long line() {
        return line;
    }

    /**
     * Returns the next record that is not empty; nothing at the end of the file.
     *
     * @throws BrokenFileException if a quote is never closed, a record is too long, or bytes are not valid in the charset
     */
    public Optional<TableRow> next() throws IOException {
        while (true) {
            long first = line;
            if (!take(first)) {
                return Optional.empty();
            }
            int end = length > 0 && record[length - 1] == '\r' ? length - 1 : length;
            if (end > 0) {
                String raw = decoded(end, first);
                return Optional.of(new TableRow(first, raw, dialect.cells(raw)));
            }
        }
    }

    /** Copies a record without its line feed into the buffer. Returns false at the end of the file. */
    private boolean take(long first) throws IOException {
        length = 0;
        boolean inQuotes = false;
        boolean cellBegins = true;
        boolean any = false;
        for (int next = read(); next >= 0; next = read()) {
            any = true;
            if (next == '\n') {
                line++;
                if (!inQuotes) {
                    return true;
                }
            }
            if (dialect.quoted()) {
                if (next == '"' && (inQuotes ? !isEscaped() : cellBegins)) {
                    // a doubled quote closes and opens again
                    inQuotes = !inQuotes;
                    cellBegins = !inQuotes;
                } else {
                    cellBegins = !inQuotes && next == dialect.separator();
                }
            }
            keep((byte) next, first);
        }
        if (inQuotes) {
            throw new BrokenFileException("line " + first + ": a quote is opened in this record and never closed");
        }
        if (any) {
            line++;
        }
        return any;
    }

    private boolean isEscaped() {
        return dialect.escaped() && record[length - 1] == '\\';
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        position++;
        return buffer[at++] & 0xFF;
    }

    private void keep(byte one, long first) {
        if (length == record.length) {
            if (length >= LONGEST) {
                throw new BrokenFileException("line " + first + ": a record of more than " + (LONGEST >> 20)
                        + " MB begins here; a quote may have been left open");
            }
            record = Arrays.copyOf(record, 2 * length);
        }
        record[length++] = one;
    }

    private String decoded(int end, long first) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    // bytes that windows-1252 does not define are no reason to refuse a file
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(record, 0, end))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenFileException("line " + first + ": this is no " + charset.name()
                    + "; a file in another encoding is made one with: iconv -f WINDOWS-1252 -t UTF-8 FILE, and one in which a"
                    + " few bytes are broken is had without them by: iconv -c -f UTF-8 -t UTF-8 FILE");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
