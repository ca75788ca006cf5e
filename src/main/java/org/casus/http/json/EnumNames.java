package org.casus.http.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps enum constants to the words used for them in request bodies, response bodies and parameters. */
public final class EnumNames {

    private static final ClassValue<Map<String, Object>> TABLES = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> table = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                table.put(wordOf((Enum<?>) constant), constant);
            }
            return table;
        }
    };

    private static final ClassValue<String[]> WORDS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants()).map(constant -> written((Enum<?>) constant)).toArray(String[]::new);
        }
    };

    private EnumNames() {
    }

    /** Returns the words of all constants of an enum, in declaration order. */
    public static List<String> of(Class<? extends Enum<?>> type) {
        return List.copyOf(TABLES.get(type).keySet());
    }

    /** Returns the constant that the word stands for, or empty if there is none. */
    public static <E> Optional<E> read(Class<E> type, String word) {
        return Optional.ofNullable(type.cast(TABLES.get(type).get(word)));
    }

    /** Returns the word for a constant: the value of its {@link JsonProperty} if present, otherwise its name. */
    public static String wordOf(Enum<?> constant) {
        return WORDS.get(constant.getDeclaringClass())[constant.ordinal()];
    }

    private static String written(Enum<?> constant) {
        try {
            JsonProperty property = constant.getDeclaringClass().getField(constant.name())
                    .getAnnotation(JsonProperty.class);
            return property == null ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
