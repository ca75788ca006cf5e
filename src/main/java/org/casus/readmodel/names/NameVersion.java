package org.casus.readmodel.names;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A name, the revision since which it is valid, and the name as a JSON string in UTF-8, which responses copy unchanged. */
public record NameVersion(String name, long since, byte[] json) {

    NameVersion(String name, long since) {
        this(name, since, quoted(name));
    }

    private static byte[] quoted(String name) {
        byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(name);
        byte[] quoted = new byte[text.length + 2];
        quoted[0] = '"';
        System.arraycopy(text, 0, quoted, 1, text.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameVersion that && since == that.since && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
