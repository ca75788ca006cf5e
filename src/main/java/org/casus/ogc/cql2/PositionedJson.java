package org.casus.ogc.cql2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.Limits;
import org.casus.ogc.cql2.Expression.At;

/** A JSON value with its character position in the filter. */
sealed interface PositionedJson {

    At at();

    record Members(At at, Map<String, PositionedJson> members) implements PositionedJson {
    }

    record Elements(At at, List<PositionedJson> elements) implements PositionedJson {
    }

    record Words(At at, String text) implements PositionedJson {
    }

    record Figure(At at, BigDecimal number) implements PositionedJson {
    }

    record Flag(At at, boolean value) implements PositionedJson {
    }

    record Nothing(At at) implements PositionedJson {
    }

    /**
     * Parses JSON text.
     *
     * @throws Cql2Exception if the text is not JSON, repeats a member, or is nested too deeply
     */
    static PositionedJson read(String text) {
        try (JsonParser parser = Reader.FACTORY.createParser(text)) {
            parser.nextToken();
            PositionedJson value = new Reader(parser).value(0);
            if (parser.nextToken() != null) {
                throw new Cql2Exception(at(parser), "the filter is complete, and more follows");
            }
            return value;
        } catch (JsonParseException e) {
            int index = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
            throw new Cql2Exception(new At(Math.min(index, text.length())), "this is no JSON: " + said(e));
        } catch (JsonProcessingException e) {
            throw new Cql2Exception(new At(0), "this is no JSON: " + said(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the message of the exception without the details in parentheses that Jackson appends. */
    private static String said(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(" \\(.*", "");
    }

    private static At at(JsonParser parser) {
        return new At((int) Math.max(0, parser.currentTokenLocation().getCharOffset()));
    }

    /** Reads one text. */
    final class Reader {

        private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

        private final JsonParser parser;

        private Reader(JsonParser parser) {
            this.parser = parser;
        }

        private PositionedJson value(int depth) throws IOException {
            JsonToken token = parser.currentToken();
            At at = at(parser);
            if (token == null) {
                throw new Cql2Exception(at, "the filter ends where a value belongs");
            }
            // an operation takes two levels, the object and its args, and a polygon takes four
            if (depth > 2 * Limits.FILTER_DEPTH + 4) {
                throw new Cql2Exception(at, "a filter is nested at most " + Limits.FILTER_DEPTH + " deep");
            }
            return switch (token) {
                case START_OBJECT -> members(at, depth);
                case START_ARRAY -> elements(at, depth);
                case VALUE_STRING -> new Words(at, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Figure(at, Literals.number(parser.getText(), at));
                case VALUE_TRUE, VALUE_FALSE -> new Flag(at, token == JsonToken.VALUE_TRUE);
                default -> new Nothing(at);
            };
        }

        private Members members(At at, int depth) throws IOException {
            Map<String, PositionedJson> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(depth + 1));
            }
            return new Members(at, members);
        }

        private Elements elements(At at, int depth) throws IOException {
            List<PositionedJson> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(depth + 1));
            }
            return new Elements(at, elements);
        }
    }
}
