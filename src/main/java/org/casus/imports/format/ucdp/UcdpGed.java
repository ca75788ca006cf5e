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
 * The Georeferenced Event Dataset of the Uppsala Conflict Data Program (Sundberg and Melander 2013), by the names of its
 * columns: yearly releases, candidate releases without a header, and extracts with a row of HXL tags.
 */
public final class UcdpGed implements FileFormat {

    /** The columns that every extract has, with their names. */
    private static final Set<String> NEEDED = Set.of("id", "type_of_violence", "conflict_name", "dyad_name", "side_a",
            "side_b", "country", "date_start", "date_end", "best", "high", "low");
    /** The columns of releases 23.1 to 25.1, where a file does not name them. */
    private static final List<String> ORDER = List.of("id", "relid", "year", "active_year", "code_status",
            "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
            "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
            "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
            "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
            "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
            "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob");
    /** Where a file does not name its columns, what stands in some of them tells what it is. */
    private static final Map<String, Pattern> TELLING = Map.of("id", Pattern.compile("\\d+(\\.0)?"),
            "type_of_violence", Pattern.compile("[123](\\.0)?"), "date_start", Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*"),
            "date_end", Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*"));
    /** Releases up to 5.0 have other names. */
    private static final Map<String, String> OLD = Map.of("best_est", "best", "high_est", "high", "low_est", "low");
    /** To so many characters shapefiles cut the names of columns. */
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
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk typeCrosswalk) {
        return TableHeader.of(head, StandardCharsets.UTF_8, NEEDED, UcdpGed::usual)
                .or(() -> unnamed(head, 0)).or(() -> unnamed(head, 1))
                .map(header -> new GedLayout(header, typeCrosswalk));
    }

    /** A file without a header, with so many names of rows before each row; one row that is plainly of it will do. */
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

    /** The names of today, where a file has those of older releases, or as much of them as a shapefile leaves. */
    private static List<String> usual(List<String> names) {
        Map<String, Iterator<String>> whole = new HashMap<>();
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).map(name -> {
            Iterator<String> next = whole.computeIfAbsent(name, cut -> uncut(cut, names).iterator());
            return next.hasNext() ? next.next() : OLD.getOrDefault(name, name);
        }).toList();
    }

    /** The names that may have been cut to this, if as many columns have it; nothing if it is not cut. */
    private static List<String> uncut(String cut, List<String> names) {
        if (cut.length() != CUT || ORDER.contains(cut)) {
            return List.of();
        }
        List<String> whole = ORDER.stream().filter(name -> name.startsWith(cut)).toList();
        return names.stream().filter(name -> name.strip().equalsIgnoreCase(cut)).count() == whole.size() ? whole : List.of();
    }
}
