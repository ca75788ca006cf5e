package org.casus.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.BrokenFileException;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.imports.table.TableRow;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;

/** What became of the rows of a file, read as an import reads it, with the crosswalk that ships. */
public record ParsedFile(FileFormats.Recognised as, List<Draft> drafts, List<RowIssue> refusals) {

    private static final TypeCrosswalk TYPES = crosswalk();
    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private static TypeCrosswalk crosswalk() {
        Map<String, Slug> types = new HashMap<>();
        try (InputStream in = ParsedFile.class.getResourceAsStream("/vocabulary/event-types.yaml")) {
            for (JsonNode type : new YAMLMapper().readTree(in)) {
                for (Scheme scheme : Scheme.values()) {
                    type.path("mappings").path(scheme.name().toLowerCase(Locale.ROOT)).forEach(code ->
                            types.put(scheme + ":" + code.asText(), new Slug(type.get("id").textValue())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (scheme, code) -> Optional.ofNullable(types.get(scheme + ":" + code));
    }

    public static Optional<FileFormats.Recognised> recognised(String text) {
        try {
            return Optional.of(FileFormats.recognise(new FileHead(text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), TYPES));
        } catch (BrokenFileException e) {
            return Optional.empty();
        }
    }

    public static ParsedFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileHead head(byte[] bytes) {
        try {
            return FileHead.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ParsedFile of(byte[] bytes) {
        FileHead head = head(bytes);
        ParsedFile parsedFile = new ParsedFile(FileFormats.recognise(head, Optional.empty(), TYPES), new ArrayList<>(), new ArrayList<>());
        Layout layout = parsedFile.as().layout();
        List<TableRow> rows = rows(bytes, layout);
        rows.forEach(layout::survey);
        for (TableRow row : rows) {
            try {
                Draft draft = layout.read(row);
                isValid(draft);
                parsedFile.drafts().add(draft);
            } catch (RefusedRowException e) {
                parsedFile.refusals().add(e.objection());
            }
        }
        return parsedFile;
    }

    private static List<TableRow> rows(byte[] bytes, Layout layout) {
        List<TableRow> rows = new ArrayList<>();
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(bytes), layout.dialect(), layout.charset(), 0, 1)) {
            for (Optional<TableRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.subList(layout.before(), rows.size());
    }

    /** Nothing is too long or missing, and everything that is referred to comes before. */
    private static void isValid(Draft draft) {
        assertThat(VALIDATOR.validate(draft.event())).isEmpty();
        assertThat(draft.needs()).allSatisfy(required -> assertThat(VALIDATOR.validate(required.input())).isEmpty());
        List<Slug> there = draft.needs().stream().map(RequiredResource::id).toList();
        assertThat(there).containsAll(draft.event().participants().stream().map(Participation::actor).toList());
        assertThat(there).containsAll(draft.event().reports().stream().map(EventInput.ReportBy::source).toList());
        if (draft.event().place() != null) {
            assertThat(there).contains(draft.event().place());
        }
        assertThat(draft.event().participants()).doesNotHaveDuplicates();
        assertThat(draft.event().tags()).doesNotHaveDuplicates();
    }

    public Draft only() {
        assertThat(refusals).isEmpty();
        assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    /** The rule by which the only row was refused. */
    public RowIssue refusal() {
        assertThat(drafts).isEmpty();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    public static <T> T need(Draft draft, String id, Class<T> kind) {
        return draft.needs().stream().filter(required -> required.id().value().equals(id)).map(RequiredResource::input)
                .filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
}
