package org.casus.imports.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a file that its layout reads, with what it takes to find their cells in a row when the file is gone. Other
 * columns may hold anything, so their cells are not for everybody.
 *
 * @param places where columns stand, by the names that their format gives them
 */
public record RecognisedColumns(CsvDialect dialect, Map<String, Integer> places) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Reads what {@link #write} wrote. */
    public static RecognisedColumns parse(String json) {
        try {
            return MAPPER.readValue(json, RecognisedColumns.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recognised columns cannot be read", e);
        }
    }

    /** Writes it as JSON, the same for equal columns. */
    public String write() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recognised columns cannot be written", e);
        }
    }

    /** Adds columns that the same file was read by before. */
    public RecognisedColumns and(RecognisedColumns before) {
        Map<String, Integer> all = new TreeMap<>(before.places);
        all.putAll(places);
        return new RecognisedColumns(dialect, all);
    }

    /** Returns the cells of a row that have something in them, in the order of the file. */
    public Map<String, String> cells(String row) {
        List<String> cells = dialect.cells(row);
        Map<String, String> named = new LinkedHashMap<>();
        places.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .filter(column -> column.getValue() < cells.size() && !cells.get(column.getValue()).isEmpty())
                .forEach(column -> named.put(column.getKey(), cells.get(column.getValue())));
        return named;
    }
}
