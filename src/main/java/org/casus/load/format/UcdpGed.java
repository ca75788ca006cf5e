package org.casus.load.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.dataset.DatasetInput;
import org.casus.vocabulary.Slug;

/**
 * The Georeferenced Event Dataset of the Uppsala Conflict Data Program (Sundberg and Melander 2013), by the names of its
 * columns: yearly releases, candidate releases without a header, and extracts with a row of HXL tags.
 */
final class UcdpGed implements Format {

    /** What every extract has, under which names. */
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
    private static final String RELID = "[A-Z]{3}-\\d{4}-\\d-.*";

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
    public Mode mode() {
        return Mode.RELEASE;
    }

    @Override
    public Optional<Layout> recognise(Head head, Types types) {
        List<Row> records = head.records(Dialect.CSV);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = records.get(0).cells();
        boolean rowNames = records.size() > 1 && records.get(1).cells().size() == first.size() + 1;
        Columns named = new Columns(rowNames ? Stream.concat(Stream.of(""), first.stream()).toList() : first);
        if (named.has(NEEDED)) {
            boolean tags = records.size() > 1 && records.get(1).cells().stream().anyMatch(cell -> cell.startsWith("#"))
                    && records.get(1).cells().stream().allMatch(cell -> cell.isEmpty() || cell.startsWith("#"));
            return Optional.of(new GedLayout(named, tags ? 2 : 1, types, "UCDP GED, " + first.size() + " columns by name"
                    + (rowNames ? ", with row names before them" : "")
                    + (tags ? ", with a row of HXL tags" : "")));
        }
        if (first.size() == ORDER.size() && first.get(1).matches(RELID)) {
            return Optional.of(new GedLayout(new Columns(ORDER), 0, types, "UCDP GED, 49 columns without a header"));
        }
        return Optional.empty();
    }
}
