package org.casus.render;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Template;
import org.casus.readmodel.Template.AsOfForm;
import org.casus.readmodel.names.DirectoryView;
import org.casus.readmodel.names.NameVersion;

/** Writes the JSON of resources: copies stored templates and fills in the names at a revision and the links. For one thread. */
public final class JsonItemWriter implements Template.Filler {

    /** The approximate number of bytes that names add to a template. */
    private static final int NAMES = 256;

    private final DirectoryView names;
    private final byte[] path;
    private final byte[] firstQuery;
    private final byte[] furtherQuery;
    private OutputBuffer out;
    private long newestName;

    /**
     * Creates a writer.
     *
     * @param path the path of the service, with which links begin
     * @param asOf the revision that links carry, if the request itself has an {@code asOf}
     */
    public JsonItemWriter(DirectoryView names, String path, OptionalLong asOf) {
        this.names = names;
        this.path = ascii(path);
        this.firstQuery = ascii(asOf.isPresent() ? "?asOf=" + asOf.getAsLong() : "");
        this.furtherQuery = ascii(asOf.isPresent() ? "&asOf=" + asOf.getAsLong() : "");
    }

    /** Returns the JSON of one resource. */
    public byte[] item(Template template) {
        OutputBuffer item = new OutputBuffer(template.length() + NAMES);
        append(template, item);
        return item.copy();
    }

    /** Returns the revision since which the newest written name is valid; 0 if no name was written. */
    public long newestName() {
        return newestName;
    }

    /** Appends the JSON of one resource. */
    public void append(Template template, OutputBuffer to) {
        out = to;
        if (path.length == 0 && firstQuery.length == 0) {
            template.write(this);
        } else {
            template.writeWithLinks(this, path.length > 0);
        }
    }

    @Override
    public void json(byte[] bytes, int from, int length) {
        out.write(bytes, from, length);
    }

    @Override
    public void name(ResourceKind kind, String id) {
        NameVersion nameVersion = names.named(kind, id);
        newestName = Math.max(newestName, nameVersion.since());
        out.writeAll(nameVersion.json());
    }

    @Override
    public void path() {
        out.writeAll(path);
    }

    @Override
    public void asOf(AsOfForm form) {
        switch (form) {
            case FIRST -> out.writeAll(firstQuery);
            case FURTHER -> out.writeAll(furtherQuery);
            case NONE -> { }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
