package org.casus.imports.format.icews;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.actor.ActorInput;
import org.casus.dataset.DatasetInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.event.EventInput.ReportBy;
import org.casus.imports.format.CameoCodes;
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
import org.casus.imports.table.DayParser;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.LenientCells;
import org.casus.imports.table.TableHeader;
import org.casus.imports.table.TableRow;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.LocationPrecision;
import org.casus.model.MaxLength;
import org.casus.model.MembershipKind;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.SourceKind;
import org.casus.model.code.Cameo;
import org.casus.model.code.Coding;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;
import org.casus.source.SourceInput;

/** The format of coded events of ICEWS, the Integrated Crisis Early Warning System. Columns are identified by their names. */
public final class Icews implements FileFormat {

    private static final Set<String> NEEDED = Set.of("event id", "event date", "cameo code", "source name", "target name");

    @Override
    public String name() {
        return "icews";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, "ICEWS Coded Event Data", "Lockheed Martin", null,
                "Boschee, Elizabeth, et al. (2015): ICEWS Coded Event Data. Harvard Dataverse.",
                "https://doi.org/10.7910/DVN/28075", null);
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
                "place", List.of("country", "province", "city"), "reports", List.of("publisher"));
        private static final int SHOWN = 150;
        private static final int VALUE = 200;
        private static final int LAST_ROOT = 20;
        /** The kinds of actors by sector. The first entry that occurs among the sectors of an actor determines its kind. */
        private static final Map<String, ActorKind> KINDS = new LinkedHashMap<>();

        static {
            KINDS.put("governmental organization", ActorKind.ORGANIZATION);
            KINDS.put("government organization", ActorKind.ORGANIZATION);
            KINDS.put("military", ActorKind.MILITARY);
            KINDS.put("intelligence", ActorKind.INTELLIGENCE);
            KINDS.put("government", ActorKind.GOVERNMENT);
            KINDS.put("media", ActorKind.MEDIA);
            KINDS.put("business", ActorKind.COMPANY);
            KINDS.put("parties", ActorKind.PARTY);
            KINDS.put("general population", ActorKind.POPULATION);
        }

        private final TypeCrosswalk crosswalk;
        private boolean zeros;

        Rows(TableHeader header, TypeCrosswalk crosswalk) {
            super("ICEWS", header);
            this.crosswalk = crosswalk;
        }

        /** Notes whether any code begins with a zero: then the codes of this file have not been read as numbers. */
        @Override
        public void survey(TableRow row) {
            zeros |= new Cells(header().columns(), row).raw("cameo code").startsWith("0");
        }

        @Override
        public Slug idOf(Cells cells) {
            return new Slug("icews-" + id(cells) + "-" + day(cells).format(DateTimeFormatter.BASIC_ISO_DATE));
        }

        private static LocalDate day(Cells cells) {
            return DayParser.required(cells, "event date", DayParser.ISO, DayParser.COMPACT, DayParser.AMERICAN);
        }

        @Override
        public Draft read(Cells cells) {
            Slug id = idOf(cells);
            LocalDate day = day(cells);
            String code = code(cells);
            Slug type = CameoCodes.type(crosswalk, code)
                    .orElseThrow(() -> cells.refusal("cameo code", "is a CAMEO code that has an event type"));
            List<RequiredResource> needs = new ArrayList<>();
            List<Participation> sides = new ArrayList<>();
            actor(cells, "source", needs).ifPresent(one -> sides.add(new Participation(Role.INITIATOR, one)));
            actor(cells, "target", needs).ifPresent(one -> sides.add(new Participation(Role.TARGET, one)));
            Slug place = place(cells, needs);
            EventInput event = new EventInput(id, type, title(cells, code), null, Edtf.parse(day.toString()), place,
                    LenientCells.point(cells, precision(cells)).orElse(null), sides, List.of(), reports(cells, needs), null,
                    List.of(new Coding(Scheme.CAMEO, code)), List.of(), null);
            return new Draft(needs, event, cells.objections(), cells.unsaid(MEMBERS));
        }

        private static String id(Cells cells) {
            String id = cells.requiredCode("event id");
            if (!id.matches("\\d{1,18}")) {
                throw cells.refusal("event id", "is a number");
            }
            return id;
        }

        /** Returns the code as written, with the leading zero that it has lost if it was read as a number. */
        private String code(Cells cells) {
            String code = cells.requiredCode("cameo code");
            if (code.matches("\\d{2}[A-Za-z]")) {
                String root = code.substring(0, 2);
                cells.note("cameo code", "is a CAMEO code of two to four digits; read as its root " + root);
                return root;
            }
            if (!code.matches("\\d{1,4}")) {
                throw cells.refusal("cameo code", "is a CAMEO code of two to four digits");
            }
            if (lost(code)) {
                if (Cameo.of("0" + code).isEmpty()) {
                    throw cells.refusal("cameo code", "is a CAMEO code; neither " + code + " nor 0" + code + " is one");
                }
                cells.note("cameo code", "has its leading zero; read as 0" + code);
                return "0" + code;
            }
            return code;
        }

        /**
         * Returns whether a code has lost its leading zero. The last root is 20; and since roots themselves are not used as codes, two
         * digits in a file of numbers were three.
         */
        private boolean lost(String code) {
            return code.length() == 1 || code.length() < 4 && Integer.parseInt(code.substring(0, 2)) > LAST_ROOT
                    || code.length() == 2 && !code.startsWith("0") && !zeros;
        }

        /** Returns the actor of a side: the state if the name is that of a country, else an actor of the country. */
        private static Optional<Slug> actor(Cells cells, String side, List<RequiredResource> needs) {
            Optional<Country> country = cells.text(side + " country").flatMap(Countries::named);
            if (cells.text(side + " country").isPresent() && country.isEmpty()) {
                cells.note(side + " country", "is a country that is known; left out");
            }
            Optional<String> name = cells.text(side + " name");
            Optional<Country> itself = name.flatMap(Countries::named)
                    .filter(named -> country.isEmpty() || country.get().equals(named));
            if (itself.isPresent()) {
                needs.add(CountryResources.state(itself.get()));
                return itself.map(state -> new Slug(state.id()));
            }
            return name.map(one -> someone(one, kind(cells, side), country, needs));
        }

        private static Slug someone(String name, ActorKind kind, Optional<Country> country, List<RequiredResource> needs) {
            country.ifPresent(state -> needs.add(CountryResources.state(state)));
            Slug id = DerivedIds.of("icews", name);
            List<ActorInput.Of> memberships = country.map(state -> new ActorInput.Of(MembershipKind.PART_OF,
                    new Slug(state.id()), null, null)).stream().toList();
            List<Identifier> known = name.length() <= VALUE ? List.of(new Identifier("icews-actor", name)) : List.of();
            needs.add(new RequiredResource(ResourceKind.ACTOR, id, known,
                    new ActorInput(id, TextLimits.line(name, MaxLength.NAME), List.of(), kind, null, memberships, known), false));
            return id;
        }

        private static ActorKind kind(Cells cells, String side) {
            String sectors = cells.text(side + " sectors").orElse("").toLowerCase(Locale.ROOT);
            return KINDS.entrySet().stream().filter(word -> sectors.contains(word.getKey()))
                    .findFirst().map(Map.Entry::getValue).orElse(ActorKind.GROUP);
        }

        private static Slug place(Cells cells, List<RequiredResource> needs) {
            Optional<Country> country = cells.text("country").flatMap(Countries::named);
            if (country.isEmpty()) {
                cells.text("country").ifPresent(
                        any -> cells.note("country", "is a country that is known; the place is left out"));
                return null;
            }
            PlacePath path = new PlacePath(country.get(), needs);
            cells.text("province").ifPresent(name -> path.add(name, PlaceKind.REGION, null, List.of()));
            cells.text("district").ifPresent(name -> path.add(name, PlaceKind.DISTRICT, null, List.of()));
            cells.text("city").ifPresent(name -> path.add(name, PlaceKind.CITY, null, List.of()));
            return path.id();
        }

        private static LocationPrecision precision(Cells cells) {
            return cells.text("city").isPresent() ? LocationPrecision.NEAR
                    : cells.text("district").isPresent() ? LocationPrecision.DISTRICT
                    : cells.text("province").isPresent() ? LocationPrecision.REGION : LocationPrecision.COUNTRY;
        }

        private static String title(Cells cells, String code) {
            String deed = cells.text("event text").orElseGet(() -> CameoCodes.deed(code));
            return TextLimits.line(shown(cells, "source name").orElse("Unknown") + " – " + TextLimits.line(deed, SHOWN)
                    + shown(cells, "target name").map(name -> " – " + name).orElse("")
                    + shown(cells, "city").or(() -> shown(cells, "country")).map(where -> ", " + where).orElse(""), MaxLength.TITLE);
        }

        private static Optional<String> shown(Cells cells, String column) {
            return cells.text(column).map(name -> TextLimits.line(name, SHOWN / 2));
        }

        /** Returns the story as a source. It has a number only: neither its headline nor its URL is published. */
        private static List<ReportBy> reports(Cells cells, List<RequiredResource> needs) {
            Optional<String> story = cells.code("story id");
            if (story.isEmpty()) {
                return List.of();
            }
            if (!story.get().matches("\\d{1,18}")) {
                cells.note("story id", "is a number; left out");
                return List.of();
            }
            Slug id = new Slug("icews-story-" + story.get());
            String publisher = cells.text("publisher").map(name -> TextLimits.line(name, MaxLength.PUBLISHER)).orElse("unknown");
            needs.add(new RequiredResource(ResourceKind.SOURCE, id, List.of(), new SourceInput(id, publisher, "Story " + story.get(),
                    null, null, null, SourceKind.ARTICLE), false));
            String note = cells.code("sentence number").map(number -> TextLimits.line("Sentence " + number, MaxLength.NAME)).orElse(null);
            return List.of(new ReportBy(id, null, note));
        }
    }
}
