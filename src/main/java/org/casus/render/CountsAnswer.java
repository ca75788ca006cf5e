package org.casus.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casus.query.Counts;
import org.casus.query.Counts.Deaths;
import org.casus.query.Counts.Merged;
import org.casus.query.Counts.None;
import org.casus.query.Counts.Of;
import org.casus.query.Counts.Other;
import org.casus.query.Counts.Row;
import org.casus.query.Counts.Value;
import org.casus.query.Dimension;
import org.casus.vocabulary.ResourceKind;

/** Writes counts as JSON. */
public final class CountsAnswer {

    private final Counts counts;
    private final List<Dimension> by;
    private final List<Dimension> others;
    private final RowLinks rowLinks;
    private final Function<Reference, String> hrefs;
    private final Map<Dimension, Map<String, byte[]>> shown = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);

    /** Links to the events of a row, as far as there are filters that find just these. */
    public interface RowLinks {

        /** All that count. */
        Optional<String> events(Row row);

        /** All that count and all that possibly do. */
        Optional<String> possible(Row row);
    }

    /** A resource to link to. */
    public record Reference(ResourceKind kind, String id) {
    }

    /** @param hrefs the path of a resource, as of the revision that links carry on */
    public CountsAnswer(Counts counts, List<Dimension> by, RowLinks rowLinks, Function<Reference, String> hrefs) {
        this.counts = counts;
        this.by = by;
        this.others = by.stream().filter(dimension -> !dimension.isTime()).toList();
        this.rowLinks = rowLinks;
        this.hrefs = hrefs;
    }

    /** @param links paths by relation, in their order */
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
        return out.toByteArray();
    }

    private void row(Row row) {
        write("{");
        if (row.bucket() != null) {
            write("\"" + row.bucket().unit().word() + "\":\"" + row.bucket().text() + "\",");
        }
        for (int i = 0; i < others.size(); i++) {
            if (row.values().get(i) instanceof Of of) {
                out.writeBytes(member(others.get(i), of));
            }
        }
        lists(row.values());
        Deaths deaths = row.deaths();
        write("\"count\":" + row.count() + (row.bucket() == null ? "" : ",\"possible\":" + row.possible())
                + ",\"fatalities\":{\"low\":" + deaths.low() + ",\"best\":" + deaths.best() + ",\"high\":" + deaths.high() + "}");
        rowLinks.events(row).ifPresent(events -> {
            write(",\"links\":{");
            link("events", events);
            rowLinks.possible(row).ifPresent(possible -> {
                write(",");
                link("possible", possible);
            });
            write("}");
        });
        write("}");
    }

    /** In which dimensions the row is of nothing, and in which of others. */
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

    /** A value as a member of its row, with the comma after it; written once, copied to every row. */
    private byte[] member(Dimension dimension, Of value) {
        return shown.computeIfAbsent(dimension, first -> new HashMap<>()).computeIfAbsent(value.id(), id -> {
            String reference = dimension.kind().map(kind -> "{\"id\":\"" + id + "\",\"name\":"
                    + quoted(counts.names().named(kind, id).name()) + ",\"href\":"
                    + quoted(hrefs.apply(new Reference(kind, id))) + "}").orElseGet(() -> quoted(id));
            return ("\"" + dimension.word() + "\":" + reference + ",").getBytes(StandardCharsets.UTF_8);
        });
    }

    private void link(String relation, String path) {
        write("\"" + relation + "\":\"" + path + "\"");
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
