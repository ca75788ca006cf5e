package org.casus.imports.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a file that its layout reads, with the dialect, so that their cells can be found in a stored row after the file is
 * deleted. Other columns may contain anything, so their cells are not public.
 *
 * @param places the indexes of the columns, by the names that the format gives them
 */
public record RecognisedColumns(CsvDialect dialect, Map<String, Integer> places) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Reads the JSON that {@link #write} wrote. */
    public static RecognisedColumns parse(String json) {
        try {
            return MAPPER.readValue(json, RecognisedColumns.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recognised columns cannot be read", e);
        }
    }

    /** Writes the columns as JSON. Equal columns give the same text. */
    public String write() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recognised columns cannot be written", e);
        }
    }

    /** Returns these columns together with those recognised earlier in the same file. */
    public RecognisedColumns and(RecognisedColumns before) {
        Map<String, Integer> all = new TreeMap<>(before.places);
        all.putAll(places);
        return new RecognisedColumns(dialect, all);
    }

    /** Returns the cells of a row that are not empty, by column name and in the order of the file. */
    public Map<String, String> cells(String row) {
        List<String> cells = dialect.cells(row);
        Map<String, String> named = new LinkedHashMap<>();
        places.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .filter(column -> column.getValue() < cells.size() && !cells.get(column.getValue()).isEmpty())
                .forEach(column -> named.put(column.getKey(), cells.get(column.getValue())));
        return named;
    }
}
