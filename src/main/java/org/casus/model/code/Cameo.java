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
 * The event codes of CAMEO with their names and their weights on the scale of Goldstein: the 311 codes of the lookups
 * that GDELT publishes, from 01 to 2042. Codes are texts: {@code 010} is a statement and {@code 10} a demand.
 *
 * <p>The scale is that of Joshua S. Goldstein (1992): A Conflict-Cooperation Scale for WEIS Events Data. Journal of
 * Conflict Resolution 36(2), carried over to CAMEO. Other data sets weigh a few codes otherwise.
 */
public final class Cameo {

    private static final String TABLE = "/vocabulary/cameo-goldstein.csv";
    private static final Map<String, Code> BY_CODE = read();

    private Cameo() {
    }

    /**
     * One code.
     *
     * @param name as the lookups have it, without their slips of the pen
     * @param goldstein from -10, the utmost conflict, to 10, the utmost cooperation
     */
    public record Code(String code, String name, double goldstein) {
    }

    /** Every code, each root before what it divides into. */
    public static List<Code> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** The code that is written exactly so, with its leading zero. */
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
