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
 * The table of the countries of the world and of the former states that data sets still name. It is the only mapping between the country
 * code systems. Lookups never guess: a code or name that is not in the table has no result.
 */
public final class Countries {

    private static final String TABLE = "/vocabulary/countries.csv";
    /** Matches a numeric code as data files and spreadsheets write it: {@code 4}, {@code 004}, {@code 369.0}. */
    private static final Pattern NUMBER = Pattern.compile("0*+(\\d+)(\\.0+)?");

    private static final List<Country> ALL = read();
    private static final Map<String, Country> BY_ID = new HashMap<>();
    private static final Map<Country.Code, Country> BY_CODE = new HashMap<>();
    private static final Map<String, Country> BY_NAME = new HashMap<>();

    static {
        // The first row wins, and former states are last in the table: a code that a country took over from a former state
        // belongs to the present country.
        for (Country country : ALL) {
            BY_ID.put(country.id(), country);
            country.codes().forEach(code -> BY_CODE.putIfAbsent(key(code.scheme(), code.value()), country));
            BY_NAME.putIfAbsent(folded(country.name()), country);
            country.names().forEach(name -> BY_NAME.putIfAbsent(folded(name), country));
        }
    }

    private Countries() {
    }

    /** Returns all countries in the order of their ids, followed by the former states in the order of theirs. */
    public static List<Country> all() {
        return ALL;
    }

    public static Optional<Country> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * Returns the country with this code in the given system. A code that a former state shared belongs to the present country. Case is
     * ignored. Numeric codes match without their leading zeros and in the form {@code 369.0}, too.
     *
     * @param scheme a scheme of {@link Country#codes()}; any other scheme has no result
     */
    public static Optional<Country> by(String scheme, String value) {
        return Optional.ofNullable(BY_CODE.get(key(scheme, value)));
    }

    /**
     * Returns the country whose short name or one of whose other names equals this name. Case, accents, the form of apostrophes and
     * surrounding white space are ignored.
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

    /** Returns the values of a cell, which are separated by semicolons. No name or code contains a semicolon. */
    private static List<String> list(NamedCsvRecord row, String column) {
        return Stream.of(row.getField(column).split(";")).filter(value -> !value.isEmpty()).toList();
    }
}
