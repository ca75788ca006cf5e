package org.casus.imports.format.gdelt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.casus.dataset.DatasetInput;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.Cells;
import org.casus.imports.table.Columns;
import org.casus.imports.table.DelimitedTable;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.TableHeader;
import org.casus.imports.table.TableRow;
import org.casus.model.Slug;

/**
 * The format of events of the GDELT Project: as published, separated by tabs and without a header, and as rewritten by data frames,
 * with columns identified by their names. There is one instance for each version.
 */
public final class Gdelt implements FileFormat {

    /** A version of the GDELT event database. */
    public enum Version {
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

        /** Returns whether a row may have the number of cells. Years before April 2013 lack the last column, the source URL. */
        private boolean allows(int cells) {
            return cells == names.size() || this == ONE && cells == names.size() - 1;
        }
    }

    private static final Set<String> NEEDED = Set.of("globaleventid", "sqldate", "eventcode");
    private static final List<String> SECOND_LEVELS = List.of("actor1geo_adm2code", "actor2geo_adm2code", "actiongeo_adm2code");
    /** A time as published, or as a data frame writes a number of 14 digits. */
    private static final Pattern TIME = Pattern.compile("\\d{14}|\\d\\.\\d+[eE]\\+13");

    private final Version version;

    /** Creates the format of a version of GDELT. */
    public Gdelt(Version version) {
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
    public ImportMode mode() {
        return ImportMode.APPEND;
    }

    @Override
    public Set<String> needed() {
        return NEEDED;
    }

    @Override
    public Optional<Layout> recogniseAsSaid(FileHead head, TypeCrosswalk crosswalk) {
        return recognise(head, crosswalk).or(() -> named(head).map(header -> layout(header, crosswalk)));
    }

    @Override
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk) {
        return named(head).filter(header -> isSecond(head, header) == (version == Version.TWO))
                .map(header -> layout(header, crosswalk)).or(() -> published(head, crosswalk, 0)).or(() -> published(head, crosswalk, 1));
    }

    /** Returns the layout of a file without a header, with the given number of cells with row names before each row. */
    private Optional<Layout> published(FileHead head, TypeCrosswalk crosswalk, int rowNames) {
        List<String> names = new ArrayList<>(Collections.nCopies(rowNames, ""));
        names.addAll(version.names);
        Columns columns = new Columns(names);
        IntPredicate allowed = cells -> version.allows(cells - rowNames);
        Predicate<TableRow> published = row -> allowed.test(row.cells().size()) && isEvent(new Cells(columns, row));
        return DelimitedTable.of(head, StandardCharsets.UTF_8, rows -> rows.stream().filter(published).count() * 2 > rows.size())
                .map(file -> new GdeltLayout(TableHeader.without(file, version.names, rowNames, counts(file.records(), rowNames)),
                        allowed, crosswalk, version.seen));
    }

    private static boolean isEvent(Cells cells) {
        return cells.raw("GLOBALEVENTID").matches("\\d+")
                && cells.raw("SQLDATE").matches("\\d{8}")
                && cells.raw("EventCode").matches("\\d{2,4}")
                && cells.raw("QuadClass").matches("[1-4]");
    }

    private String counts(List<TableRow> rows, int rowNames) {
        return String.join(" and ", rows.stream().map(row -> row.cells().size() - rowNames).filter(version::allows)
                .distinct().sorted().map(String::valueOf).toList());
    }

    private static Optional<TableHeader> named(FileHead head) {
        return TableHeader.of(head, head.charset(), NEEDED, names -> names.stream().map(Gdelt::usual).toList());
    }

    private Layout layout(TableHeader header, TypeCrosswalk crosswalk) {
        return new GdeltLayout(header, cells -> cells == header.columns().count(), crosswalk, version.seen);
    }

    /** Returns whether a file is of version 2.0, which has second-level divisions, and in DATEADDED a time rather than a day. */
    private static boolean isSecond(FileHead head, TableHeader header) {
        return SECOND_LEVELS.stream().anyMatch(column -> header.columns().has(column))
                || head.records(header.dialect(), header.charset()).stream().skip(header.before())
                        .map(row -> new Cells(header.columns(), row).raw("DATEADDED")).anyMatch(added -> TIME.matcher(added).matches());
    }

    /** Returns the usual name of a column. The manual of version 2.0 calls the date Day; the files of both versions call it SQLDATE. */
    private static String usual(String name) {
        return name.strip().toLowerCase(Locale.ROOT).equals("day") ? "SQLDATE" : name;
    }
}
