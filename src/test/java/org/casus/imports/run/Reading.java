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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.Need;
import org.casus.imports.format.Types;
import org.casus.imports.table.BrokenFile;
import org.casus.imports.table.Head;
import org.casus.imports.table.Objection;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.RefusedRow;
import org.casus.imports.table.Row;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;

/** What became of the rows of a file, read as an import reads it, with the crosswalk that ships. */
public record Reading(Formats.Recognised as, List<Draft> drafts, List<Objection> refusals) {

    private static final Types TYPES = crosswalk();
    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private static Types crosswalk() {
        Map<String, Slug> types = new HashMap<>();
        try (InputStream in = Reading.class.getResourceAsStream("/vocabulary/event-types.yaml")) {
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

    public static Optional<Formats.Recognised> recognised(String text) {
        try {
            return Optional.of(Formats.recognise(new Head(text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), TYPES));
        } catch (BrokenFile e) {
            return Optional.empty();
        }
    }

    public static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Head head(byte[] bytes) {
        try {
            return Head.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading of(byte[] bytes) {
        Head head = head(bytes);
        Reading reading = new Reading(Formats.recognise(head, Optional.empty(), TYPES), new ArrayList<>(), new ArrayList<>());
        Layout layout = reading.as().layout();
        List<Row> rows = rows(bytes, layout);
        rows.forEach(layout::survey);
        for (Row row : rows) {
            try {
                Draft draft = layout.read(row);
                isValid(draft);
                reading.drafts().add(draft);
            } catch (RefusedRow e) {
                reading.refusals().add(e.objection());
            }
        }
        return reading;
    }

    private static List<Row> rows(byte[] bytes, Layout layout) {
        List<Row> rows = new ArrayList<>();
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(bytes), layout.dialect(), layout.charset(), 0, 1)) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
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
        assertThat(draft.needs()).allSatisfy(need -> assertThat(VALIDATOR.validate(need.input())).isEmpty());
        List<Slug> there = draft.needs().stream().map(Need::id).toList();
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
    public Objection refusal() {
        assertThat(drafts).isEmpty();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    public static <T> T need(Draft draft, String id, Class<T> kind) {
        return draft.needs().stream().filter(need -> need.id().value().equals(id)).map(Need::input)
                .filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
}
