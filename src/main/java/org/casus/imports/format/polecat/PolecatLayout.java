package org.casus.imports.format.polecat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.event.EventInput.ReportBy;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.Draft;
import org.casus.imports.format.NamedColumnLayout;
import org.casus.imports.format.PlacePath;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.Cells;
import org.casus.imports.table.DayParser;
import org.casus.imports.table.LenientCells;
import org.casus.imports.table.TableHeader;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;
import org.casus.model.MaxLength;
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

/** The layout of a file of POLECAT events. */
final class PolecatLayout extends NamedColumnLayout {

    private static final int SHOWN = 150;
    private static final int VALUE = 200;
    private static final int MOST = 200;
    private static final int TAG = 64;
    private static final int TAGS = 50;

    private final TypeCrosswalk crosswalk;

    PolecatLayout(TableHeader header, TypeCrosswalk crosswalk) {
        super("POLECAT", header);
        this.crosswalk = crosswalk;
    }

    @Override
    public Slug idOf(Cells cells) {
        return DerivedIds.of("polecat", cells.required("event id"));
    }

    @Override
    public Draft read(Cells cells) {
        Slug id = idOf(cells);
        LocalDate day = DayParser.required(cells, "event date", DayParser.ISO, DayParser.AMERICAN);
        List<String> codes = codes(cells);
        Slug type = type(cells, codes);
        List<RequiredResource> needs = new ArrayList<>();
        List<Participation> sides = sides(cells, needs);
        Location location = LenientCells.point(cells, precision(cells)).orElse(null);
        Slug place = place(cells, location, needs);
        EventInput event = new EventInput(id, type, title(cells, codes.get(0), day), null, Edtf.parse(day.toString()),
                place, location, sides, List.of(), reports(cells, needs), null,
                codes.stream().limit(TAGS).map(code -> new Coding(Scheme.PLOVER, TextLimits.line(code, VALUE))).toList(),
                tags(cells), null);
        return new Draft(needs, event, cells.objections(), Set.of());
    }

    /** Returns the event type joined with each of its modes, or the type alone if it has no mode. */
    private static List<String> codes(Cells cells) {
        String type = cells.required("event type").toUpperCase(Locale.ROOT);
        List<String> modes = LenientCells.list(cells, "event mode").stream()
                .map(mode -> type + "/" + mode.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-")).distinct().toList();
        return modes.isEmpty() ? List.of(type) : modes;
    }

    /** Returns the event type of the first code that is mapped; else that of the type without a mode. */
    private Slug type(Cells cells, List<String> codes) {
        Optional<Slug> exact = codes.stream().flatMap(code -> crosswalk.of(Scheme.PLOVER, code).stream()).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        Slug type = crosswalk.of(Scheme.PLOVER, cells.required("event type").toUpperCase(Locale.ROOT))
                .orElseThrow(() -> cells.refusal("event type", "is an event type of PLOVER"));
        cells.note("event mode", "is a mode of its event type that is known");
        return type;
    }

    private static List<Participation> sides(Cells cells, List<RequiredResource> needs) {
        List<Participation> sides = new ArrayList<>();
        PolecatActors.of(cells, "actor", needs).forEach(one -> sides.add(new Participation(Role.INITIATOR, one)));
        PolecatActors.of(cells, "recipient", needs).forEach(one -> sides.add(new Participation(Role.TARGET, one)));
        return sides.stream().distinct().limit(MOST).toList();
    }

    /** Returns the place. The GeoNames number is that of the place that was found, which is the city only if it is a populated place. */
    private static Slug place(Cells cells, Location location, List<RequiredResource> needs) {
        Optional<Country> country = cells.text("country").flatMap(PolecatLayout::country);
        if (country.isEmpty()) {
            cells.text("country").ifPresent(
                    any -> cells.note("country", "is a country that is known; the place is left out"));
            return null;
        }
        boolean populated = cells.text("feature type").orElse("PPL").startsWith("PPL");
        List<Identifier> known = cells.code("geonames id")
                .filter(number -> populated && number.matches("[1-9]\\d{0,11}"))
                .map(number -> new Identifier("geonames", number)).stream().toList();
        PlacePath path = new PlacePath(country.get(), needs);
        cells.text("province").ifPresent(name -> path.add(name, PlaceKind.REGION, null, List.of()));
        cells.text("district").ifPresent(name -> path.add(name, PlaceKind.DISTRICT, null, List.of()));
        cells.text("city").ifPresent(name -> path.add(name, PlaceKind.CITY, populated ? location : null, known));
        return path.id();
    }

    /** Returns a country by its ISO 3166-1 alpha-3 code, its CAMEO code or its name. */
    static Optional<Country> country(String text) {
        return Stream.of("iso-3166-1-alpha-3", "cameo").flatMap(scheme -> Countries.by(scheme, text).stream()).findFirst()
                .or(() -> Countries.named(text));
    }

    private static LocationPrecision precision(Cells cells) {
        return cells.text("city").isPresent() ? LocationPrecision.NEAR
                : cells.text("district").isPresent() ? LocationPrecision.DISTRICT
                : cells.text("province").isPresent() ? LocationPrecision.REGION : LocationPrecision.COUNTRY;
    }

    private static String title(Cells cells, String code, LocalDate day) {
        return TextLimits.line(shown(cells, "actor").orElse("Unknown") + " – " + TextLimits.line(deed(code), SHOWN)
                + shown(cells, "recipient").map(name -> " – " + name).orElse("")
                + cells.text("city").or(() -> cells.text("country")).map(where -> ", " + TextLimits.line(where, SHOWN / 2))
                        .orElse("") + ", " + day, MaxLength.TITLE);
    }

    private static Optional<String> shown(Cells cells, String side) {
        return cells.text(side + " name").or(() -> cells.text(side + " name raw")).map(name -> TextLimits.line(name, SHOWN));
    }

    /** Returns a code in words, for example {@code Protest (demo)}. */
    private static String deed(String code) {
        String[] parts = code.split("/", 2);
        return parts[0].charAt(0) + parts[0].substring(1).toLowerCase(Locale.ROOT)
                + (parts.length > 1 ? " (" + parts[1].replace('-', ' ') + ")" : "");
    }

    private static List<String> tags(Cells cells) {
        return LenientCells.list(cells, "contexts").stream().map(PolecatLayout::tag).flatMap(Optional::stream).distinct()
                .limit(TAGS).toList();
    }

    private static Optional<String> tag(String context) {
        String words = context.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String tag = "context-" + words;
        return words.isEmpty() ? Optional.empty()
                : Optional.of(tag.substring(0, Math.min(tag.length(), TAG)).replaceAll("-$", ""));
    }

    /** Returns the source: its publisher and day. The dataset does not publish which article of that day it was. */
    private static List<ReportBy> reports(Cells cells, List<RequiredResource> needs) {
        Optional<String> publisher = cells.text("source").map(name -> TextLimits.line(name, MaxLength.PUBLISHER));
        if (publisher.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> day = cells.text("publication date").flatMap(text -> DayParser.of(text, DayParser.ISO, DayParser.AMERICAN));
        if (day.isEmpty() && cells.text("publication date").isPresent()) {
            cells.note("publication date", "is a day such as 2022-02-23; left out");
        }
        String title = publisher.get() + day.map(on -> ", " + on).orElse("");
        Slug id = new Slug("polecat-source-" + DerivedIds.hash(title));
        needs.add(new RequiredResource(ResourceKind.SOURCE, id, List.of(), new SourceInput(id, publisher.get(), title, null,
                day.map(on -> Edtf.parse(on.toString())).orElse(null), null, SourceKind.REPORT), false));
        return List.of(new ReportBy(id, null, null));
    }
}
