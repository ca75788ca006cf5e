package org.casus.model.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of CAMEO event codes with their names and their weights on the Goldstein scale. It has the 311 codes of the lookup files that
 * GDELT publishes, from 01 to 2042. Codes are texts, not numbers: {@code 010} is a statement and {@code 10} a demand.
 *
 * <p>The scale is from Joshua S. Goldstein (1992): A Conflict-Cooperation Scale for WEIS Events Data. Journal of Conflict Resolution
 * 36(2). It was adapted to CAMEO later. Other data sets give a few codes different weights.
 */
public final class Cameo {

    private static final String TABLE = "/vocabulary/cameo-goldstein.csv";
    private static final Map<String, Code> BY_CODE = read();

    private Cameo() {
    }

    /**
     * A CAMEO code.
     *
     * @param name the name in the lookup files of GDELT, with typing errors corrected
     * @param goldstein the weight from -10 (extreme conflict) to 10 (extreme cooperation)
     */
    public record Code(String code, String name, double goldstein) {
    }

    /** Returns all codes, each parent before its children. */
    public static List<Code> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** Returns the entry whose code is exactly this text, including a leading zero. */
    public static Optional<Code> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<String, Code> read() {
        try (InputStream in = Cameo.class.getResourceAsStream(TABLE);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Code> codes = new LinkedHashMap<>();
            rows.forEach(row -> codes.put(row.getField("code"), new Code(
                    row.getField("code"), row.getField("name"), Double.parseDouble(row.getField("goldstein")))));
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
