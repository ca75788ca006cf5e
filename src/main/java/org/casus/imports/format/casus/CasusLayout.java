package org.casus.imports.format.casus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.actor.ActorInput;
import org.casus.dataset.DatasetInput;
import org.casus.event.EventInput;
import org.casus.http.Limits;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.UnresolvedReference;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.imports.table.TableRow;
import org.casus.ledger.write.InputReader;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.place.PlaceInput;
import org.casus.source.SourceInput;
import org.casus.statement.StatementInput;

/**
 * The layout of Casus NDJSON. Each line is a resource, and is validated as strictly as a request body. A line may refer to a
 * resource on a later line: the survey records the byte offsets of such lines, in little memory whatever the size of the file.
 */
final class CasusLayout implements Layout {

    private static final Map<ResourceKind, Class<? extends Record>> INPUTS = Map.of(
            ResourceKind.EVENT, EventInput.class, ResourceKind.ACTOR, ActorInput.class, ResourceKind.PLACE, PlaceInput.class,
            ResourceKind.SOURCE, SourceInput.class, ResourceKind.STATEMENT, StatementInput.class,
            ResourceKind.DATASET, DatasetInput.class);
    /** The size of the bit set of references, by hash. If two ids share a bit, the offset of a line may be recorded needlessly. */
    private static final int BITS = 1 << 26;

    private final Path file;
    private final InputReader reader;
    private final BitSet mentioned = new BitSet();
    private final Map<Long, Long> later = new HashMap<>();

    CasusLayout() {
        this(null, null);
    }

    private CasusLayout(Path file, InputReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static Optional<Class<? extends Record>> inputOf(ResourceKind kind) {
        return Optional.ofNullable(INPUTS.get(kind));
    }

    @Override
    public Layout open(Path opened, InputReader of) {
        return new CasusLayout(opened, of);
    }

    @Override
    public String seen() {
        return "Casus NDJSON, a resource a line";
    }

    @Override
    public CsvDialect dialect() {
        return CsvDialect.LINES;
    }

    @Override
    public int before() {
        return 0;
    }

    /** Returns false: a line that this store has exported is not the origin of its event. */
    @Override
    public boolean isOrigin() {
        return false;
    }

    @Override
    public void survey(TableRow row, long position) {
        try {
            CasusLine line = CasusLine.of(row);
            ReferenceScanner.of(line.kind(), line.body()).forEach(reference -> mentioned.set(bit(key(reference.kind(), reference.id()))));
            long key = key(line.kind(), line.id());
            if (mentioned.get(bit(key))) {
                later.put(key, position);
            }
        } catch (RefusedRowException e) {
            // the line is refused when it is read, and its receipt gives the reason
        }
    }

    private static int bit(long key) {
        return (int) (key & BITS - 1);
    }

    /** Returns a 64-bit hash of a resource type and an id, by FNV-1a. */
    private static long key(ResourceKind kind, Slug id) {
        long hash = 0xcbf29ce484222325L;
        String text = kind.name() + ":" + id.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }

    @Override
    public Optional<Draft> elsewhere(ResourceKind kind, Slug id) {
        Long position = later.get(key(kind, id));
        if (position == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            TableRow row = new RecordReader(in, dialect(), charset(), position, 1).next().orElseThrow();
            CasusLine line = CasusLine.of(row);
            return line.kind() == kind && line.id().equals(id) ? Optional.of(read(row)) : Optional.empty();
        } catch (RefusedRowException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Slug> idOf(TableRow row) {
        CasusLine line = CasusLine.of(row);
        return line.kind() == ResourceKind.EVENT ? Optional.of(line.id()) : Optional.empty();
    }

    @Override
    public Draft read(TableRow row) {
        CasusLine line = CasusLine.of(row);
        Class<? extends Record> type = inputOf(line.kind()).orElseThrow(() -> new RefusedRowException("row", row.raw(),
                "event types ship with the software, and are not loaded"));
        List<UnresolvedReference> mentions = ReferenceScanner.of(line.kind(), line.body());
        ValidationErrors errors = new ValidationErrors();
        Object input = reader.readExported(line.body().deepCopy(), type, errors);
        checkAbout(line, errors);
        if (!errors.all().isEmpty()) {
            throw new RefusedRowException(errors.all().stream().map(error -> {
                String pointer = error.pointer().substring(1);
                return new RowIssue(pointer.isEmpty() ? "row" : pointer, shown(line.body().at(pointer)), error.detail());
            }).toList());
        }
        checkSize(row, line, mentions);
        return input instanceof EventInput event
                ? new Draft(List.of(), event, List.of(), null, mentions, Set.of())
                : new Draft(List.of(), null, List.of(), new RequiredResource(line.kind(), line.id(), List.of(), input, false), mentions,
                        Set.of());
    }

    private static void checkAbout(CasusLine line, ValidationErrors errors) {
        int at = 0;
        for (JsonNode about : line.kind() == ResourceKind.STATEMENT ? line.body().path("about") : line.body().path("")) {
            if (Stream.of("event", "actor", "place").filter(about::hasNonNull).count() != 1) {
                errors.add("/about/" + at, ErrorCode.RULE, "names exactly one of event, actor and place");
            }
            at++;
        }
    }

    /** Checks the size of a line. It may exceed the limit of a request body only by its names and links, which bodies do not need. */
    private static void checkSize(TableRow row, CasusLine line, List<UnresolvedReference> mentions) {
        if (row.raw().length() <= Limits.BODY_MOST / 3) {
            return;
        }
        ObjectNode bare = line.body().deepCopy();
        bare.remove("links");
        mentions.forEach(reference -> {
            JsonPointer pointer = JsonPointer.compile(reference.pointer());
            if (bare.at(pointer.head()) instanceof ObjectNode holder) {
                holder.put(pointer.last().getMatchingProperty(), reference.id().value());
            }
        });
        if (bare.toString().getBytes(StandardCharsets.UTF_8).length > Limits.BODY_MOST) {
            throw new RefusedRowException("row", row.raw(), "has at most " + Limits.BODY_MOST + " bytes, names and links not counted");
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "" : node.isTextual() ? node.textValue() : node.toString();
    }
}
