package org.casus.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.casus.http.problem.ErrorCode;

/** Deserializes a value without coercion. A value of the wrong type is reported with its JSON pointer and read as null. */
public abstract class StrictScalarDeserializer<T> extends StdScalarDeserializer<T> {

    private final String wanted;

    /** @param wanted the expected type as a phrase that follows "is", e.g. "a whole number" */
    protected StrictScalarDeserializer(Class<?> type, String wanted) {
        super(type);
        this.wanted = wanted;
    }

    /** Returns the value, or empty if the current token has the wrong type. Implementations report any other error themselves. */
    protected abstract Optional<T> read(JsonParser parser, DeserializationContext context) throws IOException;

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String pointer = pointer(parser);
        JsonToken token = parser.currentToken();
        Optional<T> value = read(parser, context);
        if (value.isEmpty()) {
            findings(context).add(pointer, ErrorCode.WRONG_TYPE, "is " + wanted + ", not " + describe(token));
            parser.skipChildren();
        }
        return value.orElse(null);
    }

    /** Reports an error in the value at the parser's current position. */
    protected static void note(DeserializationContext context, JsonParser parser, ErrorCode code, String detail) {
        note(context, pointer(parser), code, detail);
    }

    /** Reports an error in the value at the given JSON pointer. */
    protected static void note(DeserializationContext context, String pointer, ErrorCode code, String detail) {
        findings(context).add(pointer, code, detail);
    }

    static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    /** Returns the JSON pointer (RFC 6901) of the parser's current position. */
    protected static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    static ValidationErrors findings(DeserializationContext context) {
        return (ValidationErrors) context.getAttribute(ValidationErrors.class);
    }
}
