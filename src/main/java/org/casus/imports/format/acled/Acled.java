package org.casus.imports.format.acled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.actor.ActorInput;
import org.casus.dataset.DatasetInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.event.EventInput.ReportBy;
import org.casus.event.Fatalities;
import org.casus.imports.format.CountryResources;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.Draft;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.NamedColumnLayout;
import org.casus.imports.format.PlacePath;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.Cells;
import org.casus.imports.table.DayOrder;
import org.casus.imports.table.DayParser;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.LenientCells;
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
import org.casus.model.SourceKind;
import org.casus.model.code.Coding;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;
import org.casus.source.SourceInput;

/** The format of exports of ACLED, Armed Conflict Location and Event Data. Columns are identified by their names. */
public final class Acled implements FileFormat {

    private static final Set<String> NEEDED = Set.of("event_id_cnty", "event_date", "event_type");

    @Override
    public String name() {
        return "acled";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, "Armed Conflict Location and Event Data", "ACLED", null,
                "Raleigh, Clionadh, Andrew Linke, Håvard Hegre and Joakim Karlsen (2010): Introducing ACLED: An Armed"
                        + " Conflict Location and Event Dataset. Journal of Peace Research 47(5).",
                "https://acleddata.com/", null);
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
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk) {
        return TableHeader.of(head, NEEDED).map(header -> new Rows(header, crosswalk));
    }

    /** The layout of one file. */
    private static final class Rows extends NamedColumnLayout {

        private static final Map<String, List<String>> MEMBERS = Map.of("location", List.of("latitude", "longitude"),
                "place", List.of("location", "admin1"), "reports", List.of("source"), "summary", List.of("notes"),
                "fatalities", List.of("fatalities"));
        private static final int SHOWN = 150;
        private static final int VALUE = 200;
        private static final int SUMMARY = 10_000;
        private static final int MOST = 200;
        /** Event types in which the first actor is not the initiator. */
        private static final Set<String> MUTUAL = Set.of("Protests", "Riots", "Battles");
        private static final Map<String, ActorKind> KINDS = Map.of("1", ActorKind.MILITARY,
                "state forces", ActorKind.MILITARY, "5", ActorKind.POPULATION, "rioters", ActorKind.POPULATION,
                "6", ActorKind.POPULATION, "protesters", ActorKind.POPULATION, "7", ActorKind.POPULATION,
                "civilians", ActorKind.POPULATION);

        private static final Pattern FORCES =
                Pattern.compile("(?:Government|(?:Military|Police) Forces) of (?:the )?(.+?)(?: \\([0-9]{4}-(?:[0-9]{4})?\\).*)?");
        private static final Pattern OF_COUNTRY = Pattern.compile(".+ \\(([^()]+)\\)");

        private final TypeCrosswalk crosswalk;
        private final DayOrder order = new DayOrder();

        Rows(TableHeader header, TypeCrosswalk crosswalk) {
            super("ACLED", header);
            this.crosswalk = crosswalk;
        }

        @Override
        public void survey(TableRow row) {
            try {
                header().cells(row).text("event_date").ifPresent(order::look);
            } catch (RefusedRowException e) {
                // the row is refused when it is read
            }
        }

        @Override
        public Draft read(Cells cells) {
            Slug id = idOf(cells);
            Slug type = type(cells);
            LocalDate day = order.required(cells, "event_date", DayParser.DAY_FIRST);
            List<String> tags = new ArrayList<>();
            Edtf when = when(cells, day, tags);
            cells.text("civilian_targeting").ifPresent(any -> tags.add("civilian-targeting"));
            List<RequiredResource> needs = new ArrayList<>();
            List<Participation> sides = sides(cells, needs);
            Location location = LenientCells.point(cells, precision(cells)).orElse(null);
            Slug place = place(cells, location, needs);
            EventInput event = new EventInput(id, type, title(cells, day),
                    cells.words("notes").map(text -> TextLimits.line(text, SUMMARY)).orElse(null), when, place, location, sides,
                    List.of(), reports(cells, day, needs), fatalities(cells),
                    List.of(new Coding(Scheme.ACLED, TextLimits.line(code(cells), VALUE))), tags, null);
            return new Draft(needs, event, cells.objections(), cells.unsaid(MEMBERS));
        }

        @Override
        public Slug idOf(Cells cells) {
            String id = cells.required("event_id_cnty");
            if (!id.matches("[A-Za-z]{1,10}[0-9]{1,12}")) {
                throw cells.refusal("event_id_cnty", "is letters and a number, such as UGA7752");
            }
            return new Slug("acled-" + id.toLowerCase(Locale.ROOT));
        }

        /** Returns the type and subtype, joined by a slash. The code is looked up as a whole, since both parts may contain slashes. */
        private static String code(Cells cells) {
            return cells.required("event_type") + cells.text("sub_event_type").map(sub -> "/" + sub).orElse("");
        }

        private Slug type(Cells cells) {
            Optional<Slug> exact = crosswalk.of(Scheme.ACLED, code(cells));
            if (exact.isPresent()) {
                return exact.get();
            }
            Slug type = crosswalk.of(Scheme.ACLED, cells.required("event_type"))
                    .orElseThrow(() -> cells.refusal("event_type", "is an event type of ACLED"));
            cells.note("sub_event_type", "is a sub-event type of its event type that is known");
            return type;
        }

        private static Edtf when(Cells cells, LocalDate day, List<String> tags) {
            int precision = LenientCells.integer(cells, "time_precision").orElse(0);
            if (precision < 1 || precision > 3) {
                if (cells.text("time_precision").isPresent()) {
                    cells.note("time_precision", "is 1 (day), 2 (week) or 3 (month)");
                }
                return Edtf.parse(day.toString());
            }
            tags.add("time-precision-" + precision);
            return Edtf.parse(switch (precision) {
                case 2 -> day + "~";
                case 3 -> day.toString().substring(0, "yyyy-mm".length());
                default -> day.toString();
            });
        }

        private static LocationPrecision precision(Cells cells) {
            return switch (LenientCells.integer(cells, "geo_precision").orElse(0)) {
                case 1 -> LocationPrecision.EXACT;
                case 2 -> LocationPrecision.NEAR;
                case 3 -> LocationPrecision.REGION;
                default -> null;
            };
        }

        private static Slug place(Cells cells, Location location, List<RequiredResource> needs) {
            Optional<Country> country = cells.code("iso").flatMap(code -> Countries.by("iso-3166-1-numeric", code))
                    .or(() -> cells.text("country").flatMap(Countries::named));
            if (country.isEmpty()) {
                cells.note("country", "is a country that is known; the place is left out");
                return null;
            }
            PlacePath path = new PlacePath(country.get(), needs);
            cells.text("admin1").ifPresent(name -> path.add(name, PlaceKind.REGION, null, List.of()));
            cells.text("admin2").ifPresent(name -> path.add(name, PlaceKind.DISTRICT, null, List.of()));
            cells.text("admin3").ifPresent(name -> path.add(name, PlaceKind.DISTRICT, null, List.of()));
            Location point = location != null && location.precision() == LocationPrecision.EXACT ? location : null;
            cells.text("location").ifPresent(name -> path.add(name, PlaceKind.CITY, point, List.of()));
            return path.id();
        }

        private static List<Participation> sides(Cells cells, List<RequiredResource> needs) {
            boolean mutual = MUTUAL.contains(cells.required("event_type"));
            Map<Slug, Role> roles = new LinkedHashMap<>();
            for (String number : List.of("1", "2")) {
                Role role = mutual ? Role.PARTICIPANT : number.equals("1") ? Role.INITIATOR : Role.TARGET;
                cells.text("actor" + number).ifPresent(name -> roles.putIfAbsent(
                        actor(name, kind(cells, "inter" + number), needs), role));
            }
            for (String number : List.of("1", "2")) {
                LenientCells.list(cells, "assoc_actor_" + number)
                        .forEach(name -> roles.putIfAbsent(actor(name, ActorKind.GROUP, needs), Role.PARTICIPANT));
            }
            if (roles.size() > MOST) {
                cells.note("assoc_actor_1", "is one of at most " + MOST + " actors; the last ones are left out");
            }
            return roles.entrySet().stream().limit(MOST)
                    .map(side -> new Participation(side.getValue(), side.getKey())).toList();
        }

        /** Returns the kind of an actor. ACLED gave it as a number until 2024, and gives a name since. */
        private static ActorKind kind(Cells cells, String column) {
            return KINDS.getOrDefault(cells.text(column).orElse("").toLowerCase(Locale.ROOT).replaceAll("\\.0$", ""),
                    ActorKind.GROUP);
        }

        private static Slug actor(String name, ActorKind kind, List<RequiredResource> needs) {
            Slug id = DerivedIds.of("acled", name);
            List<Identifier> known = name.length() <= VALUE ? List.of(new Identifier("acled-actor", name)) : List.of();
            Optional<RequiredResource> state = state(name).map(CountryResources::state);
            state.ifPresent(needs::add);
            List<ActorInput.Of> memberships = state
                    .map(of -> new ActorInput.Of(MembershipKind.PART_OF, of.id(), null, null)).stream().toList();
            needs.add(new RequiredResource(ResourceKind.ACTOR, id, known,
                    new ActorInput(id, TextLimits.line(name, MaxLength.NAME), List.of(), kind, null, memberships, known), false));
            return id;
        }

        /**
         * Returns the state in the name of an actor. ACLED names the forces of a state with the years of its government, and other
         * actors with their country at the end, in parentheses.
         */
        private static Optional<Country> state(String name) {
            return Stream.of(FORCES, OF_COUNTRY).map(pattern -> pattern.matcher(name)).filter(Matcher::matches)
                    .flatMap(match -> Countries.named(match.group(1)).stream()).findFirst();
        }

        private static String title(Cells cells, LocalDate day) {
            String sides = cells.text("actor1").map(name -> ": " + TextLimits.line(name, SHOWN)).orElse("")
                    + cells.text("actor2").map(name -> " – " + TextLimits.line(name, SHOWN)).orElse("");
            String deed = cells.text("sub_event_type").orElseGet(() -> cells.required("event_type"));
            return TextLimits.line(TextLimits.line(deed, SHOWN / 2) + sides + cells.text("location").or(() -> cells.text("country"))
                    .map(where -> ", " + TextLimits.line(where, SHOWN / 2)).orElse("") + ", " + day, MaxLength.TITLE);
        }

        /** Returns one source for each publisher and day: ACLED names publishers only, without headlines or URLs. */
        private static List<ReportBy> reports(Cells cells, LocalDate day, List<RequiredResource> needs) {
            List<ReportBy> reports = new ArrayList<>();
            LenientCells.list(cells, "source").stream().map(name -> TextLimits.line(name, MaxLength.PUBLISHER)).distinct().limit(MOST)
                    .forEach(publisher -> {
                        Slug id = new Slug("acled-source-" + DerivedIds.hash(publisher + "|" + day));
                        needs.add(new RequiredResource(ResourceKind.SOURCE, id, List.of(), new SourceInput(id, publisher,
                                publisher + ", " + day, null, null, null, SourceKind.REPORT), false));
                        reports.add(new ReportBy(id, null, null));
                    });
            return reports;
        }

        private static Fatalities fatalities(Cells cells) {
            OptionalInt dead = LenientCells.integer(cells, "fatalities");
            if (dead.isEmpty()) {
                return null;
            }
            if (dead.getAsInt() < 0) {
                cells.note("fatalities", "is 0 or more; left out");
                return null;
            }
            return new Fatalities(null, dead.getAsInt(), null, null, null, null, null);
        }
    }
}
