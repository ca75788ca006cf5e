package org.casus.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.casus.model.View;

/**
 * Converts views to and from the JSON that the ledger stores. References contain ids and no names, except for the titles that
 * references to events and sources had when the state was written.
 */
public final class StateJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private StateJson() {
    }

    /** Writes a view as the ledger stores it. */
    public static String write(View view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be written", e);
        }
    }

    /** Reads a stored state as a view of the given type. */
    public static <V extends View> V read(String state, Class<V> type) {
        try {
            return MAPPER.readValue(state, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a state that cannot be read", e);
        }
    }

    /** Returns a view as the JSON tree that the ledger would store. */
    public static ObjectNode tree(View view) {
        return MAPPER.valueToTree(view);
    }

    /** Parses a stored state. */
    public static ObjectNode tree(String state) {
        try {
            return (ObjectNode) MAPPER.readTree(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a state that cannot be read", e);
        }
    }
}
