package org.casus.render;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.casus.directory.DirectoryView;
import org.casus.query.Template;
import org.casus.query.Template.AsOfSlot;
import org.casus.query.Template.NameSlot;
import org.casus.query.Template.Slot;

/** Writes the JSON of resources: copies what is stored and fills in the names of its revision. */
public final class JsonAnswer {

    private final DirectoryView names;
    private final byte[] firstQuery;
    private final byte[] furtherQuery;
    private long newestName;

    /** @param asOf what links carry on, where the request itself was as of a revision */
    public JsonAnswer(DirectoryView names, OptionalLong asOf) {
        this.names = names;
        this.firstQuery = asOf.isPresent() ? ascii("?asOf=" + asOf.getAsLong()) : new byte[0];
        this.furtherQuery = asOf.isPresent() ? ascii("&asOf=" + asOf.getAsLong()) : new byte[0];
    }

    /** The JSON of one resource. */
    public byte[] item(Template template) {
        Buffer out = new Buffer(template.json().length + 512);
        append(template, out);
        return out.copy();
    }

    /** The revision since which the youngest name that was written has held; 0 where none was. */
    public long newestName() {
        return newestName;
    }

    /** Adds the JSON of one resource. */
    public void append(Template template, Buffer out) {
        byte[] json = template.json();
        int from = 0;
        for (Slot slot : template.slots()) {
            out.write(json, from, slot.offset() - from);
            from = slot.offset();
            if (slot instanceof NameSlot name) {
                DirectoryView.Named named = names.named(name.kind(), name.id());
                newestName = Math.max(newestName, named.since());
                out.string(named.name());
            } else if (slot instanceof AsOfSlot asOf) {
                out.writeAll(asOf.hasQuery() ? furtherQuery : firstQuery);
            }
        }
        out.write(json, from, json.length - from);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
