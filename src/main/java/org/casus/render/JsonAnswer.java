package org.casus.render;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.casus.directory.DirectoryView;
import org.casus.directory.Named;
import org.casus.query.Template;
import org.casus.vocabulary.ResourceKind;

/** Writes the JSON of resources: copies what is stored and fills in the names of its revision. For one thread. */
public final class JsonAnswer implements Template.Filler {

    /** What names add to a template, about. */
    private static final int NAMES = 256;

    private final DirectoryView names;
    private final byte[] firstQuery;
    private final byte[] furtherQuery;
    private Buffer out;
    private long newestName;

    /** @param asOf what links carry on, where the request itself was as of a revision */
    public JsonAnswer(DirectoryView names, OptionalLong asOf) {
        this.names = names;
        this.firstQuery = asOf.isPresent() ? ascii("?asOf=" + asOf.getAsLong()) : null;
        this.furtherQuery = asOf.isPresent() ? ascii("&asOf=" + asOf.getAsLong()) : null;
    }

    /** The JSON of one resource. */
    public byte[] item(Template template) {
        Buffer item = new Buffer(template.length() + NAMES);
        append(template, item);
        return item.copy();
    }

    /** The revision since which the youngest name that was written has held; 0 where none was. */
    public long newestName() {
        return newestName;
    }

    /** Adds the JSON of one resource. */
    public void append(Template template, Buffer to) {
        out = to;
        if (firstQuery == null) {
            template.write(this);
        } else {
            template.writeAsOf(this);
        }
    }

    @Override
    public void json(byte[] bytes, int from, int length) {
        out.write(bytes, from, length);
    }

    @Override
    public void name(ResourceKind kind, String id) {
        Named named = names.named(kind, id);
        newestName = Math.max(newestName, named.since());
        out.writeAll(named.json());
    }

    @Override
    public void asOf(boolean hasQuery) {
        out.writeAll(hasQuery ? furtherQuery : firstQuery);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
