package org.casus.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: what {@link java.io.ByteArrayOutputStream} is, without a lock at every write. */
final class Bytes {

    private byte[] bytes;
    private int length;

    Bytes(int room) {
        this.bytes = new byte[room];
    }

    Bytes add(byte[] from, int offset, int count) {
        ensure(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    Bytes add(byte[] all) {
        return add(all, 0, all.length);
    }

    Bytes add(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Bytes add(String ascii) {
        return add(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
