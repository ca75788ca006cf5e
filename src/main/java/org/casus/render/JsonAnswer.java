package org.casus.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.OptionalLong;
import org.casus.directory.DirectoryView;
import org.casus.directory.Named;
import org.casus.query.ReadModel.Page;
import org.casus.query.ReadModel.Stored;
import org.casus.query.Template;
import org.casus.vocabulary.ResourceKind;

/** Writes answers as JSON: copies what is stored and fills in the names of its revision. */
public final class JsonAnswer implements Template.Filler {

    /** What names add to a template, about. */
    private static final int NAMES = 128;
    private static final int PAGE_END = 1024;

    private final DirectoryView names;
    private final OptionalLong asOf;
    private Bytes out;
    private long newestName;

    /** @param asOf what links carry on, where the request itself was as of a revision */
    public JsonAnswer(DirectoryView names, OptionalLong asOf) {
        this.names = names;
        this.asOf = asOf;
    }

    public byte[] item(Template template) {
        out = new Bytes(template.length() + NAMES);
        append(template);
        return out.toArray();
    }

    /** @param links paths by relation, in their order */
    public byte[] page(Page page, Map<String, String> links) {
        out = new Bytes(page.items().stream().mapToInt(item -> item.template().length() + NAMES).sum() + PAGE_END);
        out.add("{\"items\":[");
        boolean first = true;
        for (Stored item : page.items()) {
            if (!first) {
                out.add(',');
            }
            append(item.template());
            first = false;
        }
        out.add("],\"total\":" + page.total() + ",\"asOf\":" + page.revision() + ",\"links\":{");
        first = true;
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (!first) {
                out.add(',');
            }
            string(link.getKey());
            out.add(':');
            string(link.getValue());
            first = false;
        }
        return out.add("}}").toArray();
    }

    /** The revision since which the youngest name that was written has held; 0 where none was. */
    public long newestName() {
        return newestName;
    }

    private void append(Template template) {
        if (asOf.isPresent()) {
            template.writeAsOf(this);
        } else {
            template.write(this);
        }
    }

    @Override
    public void json(byte[] bytes, int from, int length) {
        out.add(bytes, from, length);
    }

    @Override
    public void name(ResourceKind kind, String id) {
        Named named = names.named(kind, id);
        newestName = Math.max(newestName, named.since());
        out.add(named.json());
    }

    @Override
    public void asOf(boolean hasQuery) {
        out.add(hasQuery ? "&asOf=" : "?asOf=").add(Long.toString(asOf.getAsLong()));
    }

    private void string(String text) {
        out.add('"').add(JsonStringEncoder.getInstance().quoteAsUTF8(text)).add('"');
    }
}
