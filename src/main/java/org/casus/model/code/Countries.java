package org.casus.model.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The countries of the world and the former states that data sets still name: the one table where the code systems
 * meet. Nothing is guessed: a code or a name that does not stand in the table finds nothing.
 */
public final class Countries {

    private static final String TABLE = "/vocabulary/countries.csv";
    /** A number as tables and spreadsheets write it: {@code 4}, {@code 004}, {@code 369.0}. */
    private static final Pattern NUMBER = Pattern.compile("0*+(\\d+)(\\.0+)?");

    private static final List<Country> ALL = read();
    private static final Map<String, Country> BY_ID = new HashMap<>();
    private static final Map<Country.Code, Country> BY_CODE = new HashMap<>();
    private static final Map<String, Country> BY_NAME = new HashMap<>();

    static {
        // The first row wins, and former states stand last: of a code that a state has from the one before it, the
        // country of today has the better claim.
        for (Country country : ALL) {
            BY_ID.put(country.id(), country);
            country.codes().forEach(code -> BY_CODE.putIfAbsent(key(code.scheme(), code.value()), country));
            BY_NAME.putIfAbsent(folded(country.name()), country);
            country.names().forEach(name -> BY_NAME.putIfAbsent(folded(name), country));
        }
    }

    private Countries() {
    }

    /** Every country by its id, then the former states by theirs. */
    public static List<Country> all() {
        return ALL;
    }

    public static Optional<Country> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The country that a system knows by this code, the country of today where a former state shared it. Case does not
     * matter; numbers are found without their leading zeros and as {@code 369.0} too.
     *
     * @param scheme as in {@link Country#codes()}; of another scheme nothing is found
     */
    public static Optional<Country> by(String scheme, String value) {
        return Optional.ofNullable(BY_CODE.get(key(scheme, value)));
    }

    /**
     * The country of exactly this name, short or other; case, accents, the form of apostrophes and space around it do not
     * matter.
     */
    public static Optional<Country> named(String name) {
        return Optional.ofNullable(BY_NAME.get(folded(name)));
    }

    private static Country.Code key(String scheme, String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(code);
        return new Country.Code(scheme, number.matches() ? number.group(1) : code);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.replaceAll("[’‘ʼ`´]", "'"), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").strip()
                .toLowerCase(Locale.ROOT);
    }

    private static List<Country> read() {
        try (InputStream in = Countries.class.getResourceAsStream(TABLE);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(Countries::country).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    private static Country country(NamedCsvRecord row) {
        return new Country(
                row.getField("id"), row.getField("name"), row.getField("alpha2"), row.getField("alpha3"),
                row.getField("numeric"), list(row, "fips"), list(row, "gw"), list(row, "cow"), list(row, "cameo"),
                row.getField("continent"), list(row, "names"));
    }

    /** Several values stand in one cell with a semicolon between them, which no name and no code has. */
    private static List<String> list(NamedCsvRecord row, String column) {
        return Stream.of(row.getField(column).split(";")).filter(value -> !value.isEmpty()).toList();
    }
}
