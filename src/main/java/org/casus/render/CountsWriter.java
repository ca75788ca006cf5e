package org.casus.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.casus.model.ResourceKind;
import org.casus.query.Dimension;
import org.casus.query.TimeBucket;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Counts.Merged;
import org.casus.readmodel.Counts.None;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Other;
import org.casus.readmodel.Counts.Row;
import org.casus.readmodel.Counts.Value;

/** Writes counts as JSON. */
public final class CountsWriter {

    private static final byte[] COUNT = ascii("\"count\":");
    private static final byte[] POSSIBLE = ascii(",\"possible\":");
    private static final byte[] LOW = ascii(",\"fatalities\":{\"low\":");
    private static final byte[] BEST = ascii(",\"best\":");
    private static final byte[] HIGH = ascii(",\"high\":");
    private static final byte[] EVENTS = ascii(",\"links\":{\"events\":\"");
    private static final byte[] POSSIBLY = ascii("\",\"possible\":\"");
    private static final byte[] END_OF_LINKS = ascii("\"}");

    private final Counts counts;
    private final List<Dimension> by;
    private final List<Dimension> others;
    private final RowLinks rowLinks;
    private final Function<Reference, String> hrefs;
    private final Map<Dimension, Map<String, byte[]>> shown = new HashMap<>();
    private final OutputBuffer out = new OutputBuffer(16_384);
    private TimeBucket bucket;
    private byte[] bucketMember;

    /** Writes links to the events of a row, if filters can find exactly these. */
    public interface RowLinks {

        /** Writes the path to all counted events; writes nothing and returns false if there is none. */
        boolean events(Row row, OutputBuffer out);

        /** Writes the path to all counted and all possible events; writes nothing and returns false if there is none. */
        boolean possible(Row row, OutputBuffer out);
    }

    /** A resource to link to. */
    public record Reference(ResourceKind kind, String id) {
    }

    /** @param hrefs returns the path of a resource, with the {@code asOf} that links carry */
    public CountsWriter(Counts counts, List<Dimension> by, RowLinks rowLinks, Function<Reference, String> hrefs) {
        this.counts = counts;
        this.by = by;
        this.others = by.stream().filter(dimension -> !dimension.isTime()).toList();
        this.rowLinks = rowLinks;
        this.hrefs = hrefs;
    }

    /**
     * Returns the counts as JSON.
     *
     * @param links paths by relation, in the order of output
     */
    public byte[] json(Map<String, String> links) {
        write("{\"by\":[" + String.join(",", by.stream().map(dimension -> '"' + dimension.word() + '"').toList())
                + "],\"rows\":[");
        String separator = "";
        for (Row row : counts.rows()) {
            write(separator);
            row(row);
            separator = ",";
        }
        write("],\"other\":[");
        separator = "";
        for (Merged merged : counts.merged()) {
            write(separator + "{\"by\":\"" + merged.by().word() + "\",\"values\":" + merged.values() + "}");
            separator = ",";
        }
        write("],\"total\":" + counts.total() + ",\"asOf\":" + counts.revision() + ",\"links\":{");
        separator = "";
        for (Map.Entry<String, String> link : links.entrySet()) {
            write(separator);
            link(link.getKey(), link.getValue());
            separator = ",";
        }
        write("}}");
        return out.copy();
    }

    private void row(Row row) {
        out.write('{');
        if (row.bucket() != null) {
            out.writeAll(member(row.bucket()));
        }
        boolean shown = true;
        for (int i = 0; i < others.size(); i++) {
            if (row.values().get(i) instanceof Of of) {
                out.writeAll(member(others.get(i), of));
            } else {
                shown = false;
            }
        }
        if (!shown) {
            lists(row.values());
        }
        number(COUNT, row.count());
        if (row.bucket() != null) {
            number(POSSIBLE, row.possible());
        }
        number(LOW, row.deaths().low());
        number(BEST, row.deaths().best());
        number(HIGH, row.deaths().high());
        out.write('}');
        links(row);
        out.write('}');
    }

    private void number(byte[] member, long value) {
        out.writeAll(member);
        out.number(value);
    }

    private void links(Row row) {
        int without = out.size();
        out.writeAll(EVENTS);
        if (!rowLinks.events(row, out)) {
            out.cut(without);
            return;
        }
        int one = out.size();
        out.writeAll(POSSIBLY);
        if (!rowLinks.possible(row, out)) {
            out.cut(one);
        }
        out.writeAll(END_OF_LINKS);
    }

    /** Returns the member for a time bucket. Rows come in the order of time, so only the last one is cached. */
    private byte[] member(TimeBucket of) {
        if (!of.equals(bucket)) {
            bucket = of;
            bucketMember = ascii("\"" + of.unit().word() + "\":\"" + of.text() + "\",");
        }
        return bucketMember;
    }

    /** Writes in which dimensions the row has no value, and in which it has merged values. */
    private void lists(List<Value> values) {
        list("without", values, None.class);
        list("other", values, Other.class);
    }

    private void list(String member, List<Value> values, Class<? extends Value> of) {
        String separator = "\"" + member + "\":[";
        for (int i = 0; i < others.size(); i++) {
            if (of.isInstance(values.get(i))) {
                write(separator + "\"" + others.get(i).word() + "\"");
                separator = ",";
            }
        }
        if (separator.equals(",")) {
            write("],");
        }
    }

    /** Returns a value as a member of its row, followed by a comma. It is created once and copied to every row. */
    private byte[] member(Dimension dimension, Of value) {
        return shown.computeIfAbsent(dimension, first -> new HashMap<>()).computeIfAbsent(value.id(), id -> {
            String reference = dimension.kind().map(kind -> "{\"id\":\"" + id + "\",\"name\":"
                    + quoted(counts.names().named(kind, id).name()) + ",\"href\":"
                    + quoted(hrefs.apply(new Reference(kind, id))) + "}").orElseGet(() -> quoted(id));
            return ("\"" + dimension.word() + "\":" + reference + ",").getBytes(StandardCharsets.UTF_8);
        });
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void link(String relation, String path) {
        write("\"" + relation + "\":\"" + path + "\"");
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private void write(String text) {
        out.writeAll(text.getBytes(StandardCharsets.UTF_8));
    }
}
