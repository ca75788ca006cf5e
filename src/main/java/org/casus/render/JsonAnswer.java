package org.casus.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.casus.directory.DirectoryView;
import org.casus.query.ReadModel.Page;
import org.casus.query.ReadModel.Stored;
import org.casus.query.Template;
import org.casus.query.Template.AsOfSlot;
import org.casus.query.Template.NameSlot;
import org.casus.query.Template.Slot;

/** Writes answers as JSON: copies what is stored and fills in the names of its revision. */
public final class JsonAnswer {

    private final DirectoryView names;
    private final byte[] firstQuery;
    private final byte[] furtherQuery;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private long newestName;

    /** @param asOf what links carry on, where the request itself was as of a revision */
    public JsonAnswer(DirectoryView names, OptionalLong asOf) {
        this.names = names;
        this.firstQuery = asOf.isPresent() ? ascii("?asOf=" + asOf.getAsLong()) : new byte[0];
        this.furtherQuery = asOf.isPresent() ? ascii("&asOf=" + asOf.getAsLong()) : new byte[0];
    }

    public byte[] item(Template template) {
        append(template);
        return out.toByteArray();
    }

    /** @param links paths by relation, in their order */
    public byte[] page(Page page, Map<String, String> links) {
        out.writeBytes(ascii("{\"items\":["));
        String separator = "";
        for (Stored item : page.items()) {
            out.writeBytes(ascii(separator));
            append(item.template());
            separator = ",";
        }
        out.writeBytes(ascii("],\"total\":" + page.total() + ",\"asOf\":" + page.revision() + ",\"links\":{"));
        separator = "";
        for (Map.Entry<String, String> link : links.entrySet()) {
            out.writeBytes(ascii(separator));
            string(link.getKey());
            out.write(':');
            string(link.getValue());
            separator = ",";
        }
        out.writeBytes(ascii("}}"));
        return out.toByteArray();
    }

    /** The revision since which the youngest name that was written has held; 0 where none was. */
    public long newestName() {
        return newestName;
    }

    private void append(Template template) {
        byte[] json = template.json();
        int from = 0;
        for (Slot slot : template.slots()) {
            out.write(json, from, slot.offset() - from);
            from = slot.offset();
            if (slot instanceof NameSlot name) {
                DirectoryView.Named named = names.named(name.kind(), name.id());
                newestName = Math.max(newestName, named.since());
                string(named.name());
            } else if (slot instanceof AsOfSlot asOf) {
                out.writeBytes(asOf.hasQuery() ? furtherQuery : firstQuery);
            }
        }
        out.write(json, from, json.length - from);
    }

    private void string(String text) {
        out.write('"');
        out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        out.write('"');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
