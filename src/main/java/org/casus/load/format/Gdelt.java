package org.casus.load.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.dataset.DatasetInput;
import org.casus.vocabulary.Slug;

/**
 * Events of the GDELT Project as they are published, by tabs and without a header, and as data frames write them again,
 * by the names of their columns. One instance for each version.
 */
final class Gdelt implements Format {

    /** What the versions differ in. */
    enum Version {
        ONE("gdelt-1", "GDELT 1.0 Events", "GDELT Event Database 1.0", List.of()),
        TWO("gdelt-2", "GDELT 2.0 Events", "GDELT Event Database 2.0", List.of("Geo_ADM2Code"));

        private final String format;
        private final String seen;
        private final String title;
        private final List<String> names;

        Version(String format, String seen, String title, List<String> more) {
            this.format = format;
            this.seen = seen;
            this.title = title;
            this.names = columns(more);
        }

        /** The address stands last, and the years before April 2013 were published without it. */
        private boolean allows(int cells) {
            return cells == names.size() || this == ONE && cells == names.size() - 1;
        }
    }

    private static final Set<String> NEEDED = Set.of("globaleventid", "sqldate", "eventcode");
    private static final String SECOND_LEVEL = "actiongeo_adm2code";

    private final Version version;

    Gdelt(Version version) {
        this.version = version;
    }

    private static List<String> columns(List<String> more) {
        List<String> names = new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
        for (String actor : List.of("Actor1", "Actor2")) {
            for (String part : List.of("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
                    "Religion2Code", "Type1Code", "Type2Code", "Type3Code")) {
                names.add(actor + part);
            }
        }
        names.addAll(List.of("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
                "NumMentions", "NumSources", "NumArticles", "AvgTone"));
        for (String where : List.of("Actor1", "Actor2", "Action")) {
            List.of("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code").forEach(part -> names.add(where + part));
            more.forEach(part -> names.add(where + part));
            List.of("Geo_Lat", "Geo_Long", "Geo_FeatureID").forEach(part -> names.add(where + part));
        }
        names.addAll(List.of("DATEADDED", "SOURCEURL"));
        return List.copyOf(names);
    }

    @Override
    public String name() {
        return version.format;
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, version.title, "The GDELT Project",
                "Any use without fee, with a citation of the GDELT Project and a link to it",
                "Leetaru, Kalev, and Philip A. Schrodt (2013): GDELT: Global Data on Events, Location and Tone, 1979–2012."
                        + " International Studies Association Annual Convention. The GDELT Project,"
                        + " https://www.gdeltproject.org/",
                "https://www.gdeltproject.org/", null);
    }

    @Override
    public Mode mode() {
        return Mode.APPEND;
    }

    @Override
    public Optional<Layout> recognise(Head head, Types types) {
        List<Row> tabs = head.records(Dialect.TAB);
        if (tabs.stream().filter(this::published).count() * 2 > tabs.size()) {
            return Optional.of(new GdeltLayout(Dialect.TAB, 0, new Columns(version.names), version::allows, types,
                    version.seen + ", " + counts(tabs) + " columns without a header"));
        }
        return named(head, Dialect.CSV, types)
                .or(() -> named(head, Dialect.TAB, types))
                .or(() -> named(head, Dialect.QUOTED_TAB, types));
    }

    /** Whether this is a row as it is published: by the number of cells, and by what stands in some of them. */
    private boolean published(Row row) {
        Cells cells = new Cells(new Columns(version.names), row);
        return version.allows(row.cells().size())
                && cells.raw("GLOBALEVENTID").matches("\\d+")
                && cells.raw("SQLDATE").matches("\\d{8}")
                && cells.raw("EventCode").matches("\\d{2,4}")
                && cells.raw("QuadClass").matches("[1-4]");
    }

    private String counts(List<Row> rows) {
        return String.join(" and ", rows.stream().map(row -> row.cells().size()).filter(version::allows)
                .distinct().sorted().map(String::valueOf).toList());
    }

    private Optional<Layout> named(Head head, Dialect dialect, Types types) {
        List<Row> records = head.records(dialect);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(records.get(0).cells().stream().map(Gdelt::usual).toList());
        int named = names.size();
        boolean rowNames = records.size() > 1 && records.get(1).cells().size() == named + 1;
        if (rowNames) {
            names.add(0, "");
        }
        Columns columns = new Columns(names);
        if (!columns.has(NEEDED) || columns.has(SECOND_LEVEL) != (version == Version.TWO)) {
            return Optional.empty();
        }
        return Optional.of(new GdeltLayout(dialect, 1, columns, cells -> cells == columns.count(), types,
                version.seen + ", " + named + " columns by name" + (rowNames ? ", with row names before them" : "")));
    }

    /** The manual of version 2.0 calls the date Day, and the files of both versions SQLDATE. */
    private static String usual(String name) {
        return name.strip().toLowerCase(Locale.ROOT).equals("day") ? "SQLDATE" : name;
    }
}
