package org.casus.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/**
 * A list in the row of what it belongs to, as JSON; null where it is empty. For what is only read and written as a
 * whole: one row is quicker than many, and needs no index to be put together again.
 *
 * @param <T> a record
 */
public abstract class JsonColumn<T> implements AttributeConverter<List<T>, String> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    protected JsonColumn(Class<T> of) {
        CollectionType list = TypeFactory.defaultInstance().constructCollectionType(List.class, of);
        reader = States.MAPPER.readerFor(list);
        writer = States.MAPPER.writerFor(list);
    }

    @Override
    public String convertToDatabaseColumn(List<T> list) {
        try {
            return list == null || list.isEmpty() ? null : writer.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be written", e);
        }
    }

    @Override
    public List<T> convertToEntityAttribute(String json) {
        try {
            return json == null ? List.of() : reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a list that cannot be read", e);
        }
    }
}
