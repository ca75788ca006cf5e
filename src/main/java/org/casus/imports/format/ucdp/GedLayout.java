package org.casus.imports.format.ucdp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.event.EventInput.RelationTo;
import org.casus.event.EventInput.ReportBy;
import org.casus.event.Fatalities;
import org.casus.imports.format.CountryResources;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.PlacePath;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.Cells;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.DayOrder;
import org.casus.imports.table.LenientCells;
import org.casus.imports.table.RecognisedColumns;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.TableHeader;
import org.casus.imports.table.TableRow;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;
import org.casus.model.MaxLength;
import org.casus.model.MembershipKind;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.code.Coding;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;

/** The layout of a UCDP GED file. It reads the sides, conflict and dyad, place, articles and deaths of each row. */
final class GedLayout implements Layout {

    static final String ID = "ucdp-";
    static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final int SUMMARY = 10_000;
    private static final Map<String, List<String>> MEMBERS = Map.of("location", List.of("latitude", "longitude"),
            "place", List.of("where_coordinates", "adm_1"), "reports", List.of("source_article"),
            "summary", List.of("where_description"), "relations", List.of("conflict_new_id", "dyad_new_id"),
            "tags", List.of("event_clarity", "date_prec", "where_prec", "number_of_sources"));
    private static final String NO_STATE = "gwno";
    private static final Pattern TOWN = Pattern.compile(".* (city|town|village)");
    private static final Map<String, String> TAGS = new TreeMap<>(Map.of("event_clarity", "clarity", "date_prec",
            "date-precision", "where_prec", "place-precision", "number_of_sources", "sources"));

    private final TableHeader header;
    private final TypeCrosswalk crosswalk;
    private final DayOrder order = new DayOrder();
    private final GedConflicts conflicts = new GedConflicts(order);

    GedLayout(TableHeader header, TypeCrosswalk crosswalk) {
        this.header = header;
        this.crosswalk = crosswalk;
    }

    @Override
    public String seen() {
        return "UCDP GED, " + header.described();
    }

    /** Returns true for candidate releases of a month, which have no header, and country extracts, which have a row of HXL tags. */
    @Override
    public boolean isPart() {
        return !header.plain();
    }

    @Override
    public CsvDialect dialect() {
        return header.dialect();
    }

    @Override
    public int before() {
        return header.before();
    }

    @Override
    public Optional<RecognisedColumns> recognised() {
        return Optional.of(header.recognised());
    }

    @Override
    public void survey(TableRow row) {
        try {
            Cells cells = cells(row);
            List<String> days = List.of(cells.requiredCode("date_start"), cells.requiredCode("date_end"));
            days.forEach(order::look);
            conflicts.survey(cells, days);
        } catch (RefusedRowException e) {
            // the row is refused when it is read
        }
    }

    private Cells cells(TableRow row) {
        if (row.cells().size() != header.columns().count()) {
            throw row.refusal(header.columns().count());
        }
        return new Cells(header.columns(), row);
    }

    @Override
    public Optional<Slug> idOf(TableRow row) {
        return Optional.of(id(cells(row)));
    }

    private static Slug id(Cells cells) {
        String id = cells.requiredCode("id");
        if (!NUMBER.matcher(id).matches()) {
            throw cells.refusal("id", "is a number");
        }
        return new Slug(ID + Long.parseLong(id));
    }

    @Override
    public Draft read(TableRow row) {
        Cells cells = cells(row);
        Slug id = id(cells);
        String violence = cells.requiredCode("type_of_violence");
        Slug type = crosswalk.of(Scheme.UCDP, violence).orElseThrow(
                () -> cells.refusal("type_of_violence", "is 1 (state-based), 2 (non-state) or 3 (one-sided)"));
        LocalDate start = order.required(cells, "date_start");
        LocalDate end = order.required(cells, "date_end");
        if (end.isBefore(start)) {
            throw cells.refusal("date_end", "is not before date_start");
        }
        OptionalInt year = LenientCells.integer(cells, "year");
        if (year.isPresent() && (year.getAsInt() < start.getYear() || year.getAsInt() > end.getYear())) {
            cells.note("year", "is the year of date_start or date_end");
        }
        List<RequiredResource> needs = new ArrayList<>();
        List<Participation> sides = new ArrayList<>();
        sides.add(new Participation(Role.INITIATOR, side(cells, "a", needs)));
        sides.add(new Participation(Role.TARGET, side(cells, "b", needs)));
        Location location = LenientCells.point(cells, precision(cells)).orElse(null);
        Slug place = place(cells, location, needs);
        List<RelationTo> relations = conflicts.relations(cells, type, violence, needs);
        List<ReportBy> reports = GedArticles.reports(cells, needs);
        EventInput event = new EventInput(id, type, title(cells, start, end), summary(cells),
                span(start, end), place, location, sides, relations, reports,
                fatalities(cells), List.of(new Coding(Scheme.UCDP, violence)), tags(cells), null);
        return new Draft(needs, event, cells.objections(), cells.unsaid(MEMBERS));
    }

    private static String title(Cells cells, LocalDate start, LocalDate end) {
        return TextLimits.line(cells.required("side_a") + " – " + cells.required("side_b")
                + cells.text("where_coordinates").map(where -> ", " + where).orElse("")
                + ", " + (start.equals(end) ? start : start + " to " + end), MaxLength.TITLE);
    }

    private static String summary(Cells cells) {
        Optional<String> where = cells.words("where_description");
        if (where.filter(text -> text.length() > SUMMARY).isPresent()) {
            cells.note("where_description", "has at most " + SUMMARY + " characters; what comes after them is in the row alone");
        }
        return where.map(text -> TextLimits.line(text, SUMMARY)).orElse(null);
    }

    /** Returns codes that the model has no member for, as in the code book, so that events can be filtered by them. */
    private static List<String> tags(Cells cells) {
        List<String> tags = new ArrayList<>();
        TAGS.forEach((column, tag) -> LenientCells.integer(cells, column)
                .ifPresent(code -> tags.add("ucdp-" + tag + "-" + (code < 0 ? "unknown" : code))));
        cells.text("code_status").filter(status -> !status.equals("Clear")).ifPresent(status -> tags.add("ucdp-unclear"));
        return tags;
    }

    private static Slug side(Cells cells, String which, List<RequiredResource> needs) {
        String name = cells.required("side_" + which);
        Optional<String> number = cells.code("side_" + which + "_new_id");
        Slug id = number.map(given -> DerivedIds.of("ucdp actor", given)).orElseGet(() -> DerivedIds.of("ucdp actor", name));
        List<Country> states = states(cells, NO_STATE + which);
        states.forEach(country -> needs.add(CountryResources.state(country)));
        List<ActorInput.Of> memberships = states.stream().map(country -> new ActorInput.Of(MembershipKind.PART_OF,
                new Slug(country.id()), null, null)).toList();
        ActorKind kind = !states.isEmpty() ? ActorKind.GOVERNMENT
                : name.equals("Civilians") ? ActorKind.POPULATION : ActorKind.GROUP;
        List<Identifier> known = number.map(given -> new Identifier("ucdp-actor", given)).stream().toList();
        needs.add(new RequiredResource(ResourceKind.ACTOR, id, known,
                new ActorInput(id, TextLimits.line(name, MaxLength.NAME), List.of(), kind, null, memberships, known), false));
        return id;
    }

    /** Returns the states in a cell: several, separated by commas or semicolons, if governments fight together. */
    private static List<Country> states(Cells cells, String column) {
        List<Country> states = new ArrayList<>();
        for (String number : cells.code(column).orElse("-1").split("[,;]")) {
            Optional<Country> state = Countries.by("gleditsch-ward", number);
            state.filter(one -> !states.contains(one)).ifPresent(states::add);
            if (state.isEmpty() && !number.strip().startsWith("-")) {
                cells.note(column, "is the Gleditsch-Ward number of a state that is known, or several; left out");
            }
        }
        return states;
    }

    /** Returns the innermost known place: the site within the second-level division, within the first-level one, within the country. */
    private static Slug place(Cells cells, Location where, List<RequiredResource> needs) {
        Optional<Country> country = cells.code("country_id").flatMap(code -> Countries.by("gleditsch-ward", code))
                .or(() -> cells.text("country").flatMap(Countries::named));
        if (country.isEmpty()) {
            cells.note("country", "is a country with a Gleditsch-Ward number that is known");
            return null;
        }
        PlacePath path = new PlacePath(country.get(), needs);
        Location point = LenientCells.integer(cells, "where_prec").orElse(0) <= 2 ? where : null;
        cells.text("adm_1").ifPresent(name -> path.add(name, PlaceKind.REGION, null, List.of()));
        cells.text("adm_2").ifPresent(name -> path.add(name, PlaceKind.DISTRICT, null, List.of()));
        cells.text("where_coordinates").ifPresent(name -> path.add(name, pointKind(name), point, List.of()));
        return path.id();
    }

    private static PlaceKind pointKind(String name) {
        return TOWN.matcher(name).matches() ? PlaceKind.CITY : PlaceKind.SITE;
    }

    private static LocationPrecision precision(Cells cells) {
        return switch (LenientCells.integer(cells, "where_prec").orElse(0)) {
            case 1 -> LocationPrecision.EXACT;
            case 2 -> LocationPrecision.NEAR;
            case 3 -> LocationPrecision.DISTRICT;
            case 4 -> LocationPrecision.REGION;
            case 5, 7 -> LocationPrecision.AREA;
            case 6 -> LocationPrecision.COUNTRY;
            default -> null;
        };
    }

    private static Fatalities fatalities(Cells cells) {
        Integer low = deaths(cells, "low");
        Integer best = deaths(cells, "best");
        Integer high = deaths(cells, "high");
        if (exceeds(low, best) || exceeds(best, high) || exceeds(low, high)) {
            cells.note("best", "low " + low + " ≤ best " + best + " ≤ high " + high + " does not hold");
        }
        return new Fatalities(low, best, high, deaths(cells, "deaths_a"), deaths(cells, "deaths_b"),
                deaths(cells, "deaths_civilians"), deaths(cells, "deaths_unknown"));
    }

    private static boolean exceeds(Integer less, Integer more) {
        return less != null && more != null && less > more;
    }

    private static Integer deaths(Cells cells, String column) {
        OptionalInt number = cells.integer(column);
        if (number.isPresent() && number.getAsInt() < 0) {
            throw cells.refusal(column, "is 0 or more");
        }
        return number.isPresent() ? number.getAsInt() : null;
    }

    static Edtf span(LocalDate from, LocalDate to) {
        return Edtf.parse(from.equals(to) ? from.toString() : from + "/" + to);
    }
}
