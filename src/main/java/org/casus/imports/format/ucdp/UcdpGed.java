package org.casus.imports.format.ucdp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.dataset.DatasetInput;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.DelimitedTable;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.TableHeader;
import org.casus.model.Slug;

/**
 * The format of the Georeferenced Event Dataset of the Uppsala Conflict Data Program (Sundberg and Melander 2013). Columns are
 * identified by their names in yearly releases and in extracts with a row of HXL tags, and by their order in candidate releases,
 * which have no header.
 */
public final class UcdpGed implements FileFormat {

    /** The columns that every file with a header has. */
    private static final Set<String> NEEDED = Set.of("id", "type_of_violence", "conflict_name", "dyad_name", "side_a",
            "side_b", "country", "date_start", "date_end", "best", "high", "low");
    /** The columns of releases 23.1 to 25.1 in their order, for files without a header. */
    private static final List<String> ORDER = List.of("id", "relid", "year", "active_year", "code_status",
            "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
            "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
            "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
            "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
            "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
            "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob");
    /** Patterns of cells by which a file without a header is recognised. */
    private static final Map<String, Pattern> TELLING = Map.of("id", Pattern.compile("\\d+(\\.0)?"),
            "type_of_violence", Pattern.compile("[123](\\.0)?"), "date_start", Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*"),
            "date_end", Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*"));
    /** The current names of columns by their names in releases up to 5.0. */
    private static final Map<String, String> OLD = Map.of("best_est", "best", "high_est", "high", "low_est", "low");
    /** The number of characters to which shapefiles truncate the names of columns. */
    private static final int CUT = 10;

    @Override
    public String name() {
        return "ucdp-ged";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, "UCDP Georeferenced Event Dataset", "Uppsala Conflict Data Program", "CC-BY-4.0",
                "Sundberg, Ralph, and Erik Melander (2013): Introducing the UCDP Georeferenced Event Dataset. Journal of"
                        + " Peace Research 50(4).", "https://ucdp.uu.se/", null);
    }

    @Override
    public ImportMode mode() {
        return ImportMode.RELEASE;
    }

    @Override
    public Set<String> needed() {
        return NEEDED;
    }

    @Override
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk) {
        return TableHeader.of(head, StandardCharsets.UTF_8, NEEDED, UcdpGed::usual)
                .or(() -> unnamed(head, 0)).or(() -> unnamed(head, 1))
                .map(header -> new GedLayout(header, crosswalk));
    }

    /**
     * Returns the header for a file without one, with the given number of cells with row names before each row. A single row that
     * clearly is of this format suffices.
     */
    private static Optional<TableHeader> unnamed(FileHead head, int rowNames) {
        return DelimitedTable.of(head, StandardCharsets.UTF_8, rows -> rows.stream().anyMatch(row -> isEvent(row.cells(), rowNames)))
                .map(file -> TableHeader.without(file, ORDER, rowNames, String.valueOf(ORDER.size())));
    }

    private static boolean isEvent(List<String> cells, int rowNames) {
        return cells.size() >= rowNames + ORDER.size()
                && cells.stream().skip(rowNames + ORDER.size()).allMatch(String::isEmpty)
                && TELLING.entrySet().stream().allMatch(one ->
                        one.getValue().matcher(cells.get(rowNames + ORDER.indexOf(one.getKey()))).matches());
    }

    /** Returns the current names of columns that have names of older releases, or names truncated by a shapefile. */
    private static List<String> usual(List<String> names) {
        Map<String, Iterator<String>> whole = new HashMap<>();
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).map(name -> {
            Iterator<String> next = whole.computeIfAbsent(name, cut -> uncut(cut, names).iterator());
            return next.hasNext() ? next.next() : OLD.getOrDefault(name, name);
        }).toList();
    }

    /** Returns the names that were truncated to this one, if as many columns have it; empty if the name is not truncated. */
    private static List<String> uncut(String cut, List<String> names) {
        if (cut.length() != CUT || ORDER.contains(cut)) {
            return List.of();
        }
        List<String> whole = ORDER.stream().filter(name -> name.startsWith(cut)).toList();
        return names.stream().filter(name -> name.strip().equalsIgnoreCase(cut)).count() == whole.size() ? whole : List.of();
    }
}
