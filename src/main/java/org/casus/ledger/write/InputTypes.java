package org.casus.ledger.write;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.http.json.CleanText;
import org.casus.http.json.StrictScalarDeserializer;
import org.casus.http.problem.ErrorCode;
import org.casus.model.Box;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.EdtfException;

/** The Jackson module that reads ids, dates and bounding boxes from request bodies. */
final class InputTypes {

    private InputTypes() {
    }

    static SimpleModule module() {
        return new SimpleModule("casus")
                .addDeserializer(Slug.class, new Id())
                .addDeserializer(Edtf.class, new Date())
                .addDeserializer(Box.class, new Corners());
    }

    /** Reads an id, either as text or as the reference object of a response, so that clients can send back what they have read. */
    private static final class Id extends StrictScalarDeserializer<Slug> {

        Id() {
            super(Slug.class, "an id (or an object with an id)");
        }

        @Override
        protected Optional<Slug> read(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return slug(parser.getText(), parser, context);
            }
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                return Optional.empty();
            }
            JsonNode id = parser.<JsonNode>readValueAsTree().get("id");
            return id != null && id.isTextual() ? slug(id.textValue(), parser, context) : Optional.empty();
        }

        private static Optional<Slug> slug(String text, JsonParser parser, DeserializationContext context) {
            try {
                return Optional.of(new Slug(text));
            } catch (IllegalArgumentException e) {
                note(context, parser, ErrorCode.PATTERN, "'" + CleanText.shown(text) + "': " + e.getMessage());
                return Optional.of(new Slug("0"));
            }
        }
    }

    /** Reads a bounding box from an array of four numbers. */
    private static final class Corners extends StrictScalarDeserializer<Box> {

        /** A placeholder for an invalid box; the error is noted, so it is never stored. */
        private static final Box SOME = new Box(0.0, 0.0, 0.0, 0.0);

        Corners() {
            super(Box.class, "four numbers, [west, south, east, north]");
        }

        @Override
        protected Optional<Box> read(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_ARRAY)) {
                return Optional.empty();
            }
            String pointer = pointer(parser);
            List<Double> corners = new ArrayList<>();
            for (JsonNode corner : parser.<JsonNode>readValueAsTree()) {
                corners.add(corner.isNumber() ? corner.doubleValue() : Double.NaN);
            }
            try {
                return Optional.of(Box.of(corners));
            } catch (IllegalArgumentException e) {
                note(context, pointer, ErrorCode.RANGE, e.getMessage());
                return Optional.of(SOME);
            }
        }
    }

    /** Reads an EDTF date from text. */
    private static final class Date extends StrictScalarDeserializer<Edtf> {

        /** A placeholder for an invalid date; the error is noted, so it is never stored. */
        private static final Edtf SOME = Edtf.parse("2000");

        Date() {
            super(Edtf.class, "an EDTF date as text, for example \"2023-07-19\"");
        }

        @Override
        protected Optional<Edtf> read(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Edtf.parse(parser.getText()));
            } catch (EdtfException e) {
                note(context, parser, e.code().equals(EdtfException.UNSUPPORTED)
                        ? ErrorCode.EDTF_UNSUPPORTED : ErrorCode.EDTF_INVALID, e.getMessage());
                return Optional.of(SOME);
            }
        }
    }
}
