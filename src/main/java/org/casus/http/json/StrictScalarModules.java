package org.casus.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;

/** Builds the Jackson module that reads scalars strictly: no coercion, finite numbers, clean text. Errors are reported, not thrown. */
final class StrictScalarModules {

    private StrictScalarModules() {
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict");
        module.addDeserializer(String.class, new Text());
        module.addDeserializer(Integer.class, new WholeNumber());
        module.addDeserializer(Double.class, new Coordinate());
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                    BeanDescription description, JsonDeserializer<?> deserializer) {
                return new Choice<>(type.getRawClass());
            }
        });
        return module;
    }

    private static final class Text extends StrictScalarDeserializer<String> {

        Text() {
            super(String.class, "text");
        }

        @Override
        protected Optional<String> read(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return Optional.empty();
            }
            String text = parser.getText();
            CleanText.objection(text)
                    .ifPresent(why -> note(context, parser, ErrorCode.TEXT, why));
            return Optional.of(text);
        }
    }

    private static final class WholeNumber extends StrictScalarDeserializer<Integer> {

        WholeNumber() {
            super(Integer.class, "a whole number of at most " + Integer.MAX_VALUE);
        }

        @Override
        protected Optional<Integer> read(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return parser.currentToken().isNumeric()
                        ? Optional.of(parser.getDecimalValue().intValueExact()) : Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
    }

    private static final class Coordinate extends StrictScalarDeserializer<Double> {

        Coordinate() {
            super(Double.class, "a finite number");
        }

        @Override
        protected Optional<Double> read(JsonParser parser, DeserializationContext context) throws IOException {
            boolean number = parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
            return number && Double.isFinite(parser.getDoubleValue())
                    ? Optional.of(parser.getDoubleValue())
                    : Optional.empty();
        }
    }

    private static final class Choice<E> extends StrictScalarDeserializer<E> {

        private final Class<E> type;

        Choice(Class<E> type) {
            super(type, "one of " + String.join(", ", words(type)));
            this.type = type;
        }

        @Override
        protected Optional<E> read(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return Optional.empty();
            }
            String word = parser.getText();
            Optional<E> choice = EnumNames.read(type, word);
            if (choice.isEmpty()) {
                List<String> words = words(type);
                note(context, parser, ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(word)
                        + "' is not one of " + String.join(", ", words) + NearestMatch.hint(word, words));
                return Optional.of(type.getEnumConstants()[0]);
            }
            return choice;
        }

        @SuppressWarnings("unchecked")
        private static List<String> words(Class<?> type) {
            return EnumNames.of((Class<? extends Enum<?>>) type);
        }
    }
}
