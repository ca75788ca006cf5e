package org.casus.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer for one thread, whose array can be read without copying. */
public final class OutputBuffer extends OutputStream {

    private byte[] bytes;
    private int size;

    public OutputBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    @Override
    public void write(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    public void writeAll(byte[] from) {
        write(from, 0, from.length);
    }

    public void write(OutputBuffer other) {
        write(other.bytes, 0, other.size);
    }

    public void ascii(String text) {
        writeAll(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes a non-negative number in decimal. */
    public void number(long value) {
        int digits = 1;
        for (long rest = value; rest > 9; rest /= 10) {
            digits++;
        }
        room(digits);
        size += digits;
        long rest = value;
        for (int at = size - 1; digits > 0; at--, digits--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Writes a text as a JSON string. */
    public void string(String text) {
        write('"');
        writeAll(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        write('"');
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Returns the array that holds the bytes from 0 to {@link #size}. It is valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public void clear() {
        cut(0);
    }

    /** Truncates the buffer to a previous size. */
    public void cut(int to) {
        size = to;
    }

    public byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }
}
