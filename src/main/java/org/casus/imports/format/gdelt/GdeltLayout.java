package org.casus.imports.format.gdelt;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.event.EventInput.ReportBy;
import org.casus.imports.format.CameoCodes;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.Cells;
import org.casus.imports.table.CsvDialect;
import org.casus.imports.table.DayParser;
import org.casus.imports.table.LenientCells;
import org.casus.imports.table.RecognisedColumns;
import org.casus.imports.table.TableHeader;
import org.casus.imports.table.TableRow;
import org.casus.model.MaxLength;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.code.Cameo;
import org.casus.model.code.Coding;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;

/** The layout of a file of GDELT events, of either version. A row is refused only if something that every event needs is wrong. */
final class GdeltLayout implements Layout {

    private static final Map<String, List<String>> MEMBERS = Map.of("reports", List.of("SOURCEURL"),
            "place", List.of("ActionGeo_FullName"), "location", List.of("ActionGeo_Lat", "ActionGeo_Long"),
            "summary", List.of("NumMentions", "NumSources", "NumArticles", "AvgTone"),
            "tags", List.of("QuadClass", "IsRootEvent"));
    private static final int NAME = 200;
    /** The first day of daily updates. The years since 1979 were added all at once before, so their DATEADDED has no meaning. */
    private static final LocalDate DAILY = LocalDate.of(2013, 4, 1);
    /**
     * The number of days between an event and its DATEADDED above which the date is doubtful. If an article says that something
     * happened a year ago, the year is often all that was understood.
     */
    private static final int DAYS_OFF = 300;

    private final TableHeader header;
    private final IntPredicate allowed;
    private final TypeCrosswalk crosswalk;
    private final String what;

    /**
     * Creates the layout of a file.
     *
     * @param allowed tests whether a row may have a number of cells
     * @param what a short name of the content of the file
     */
    GdeltLayout(TableHeader header, IntPredicate allowed, TypeCrosswalk crosswalk, String what) {
        this.header = header;
        this.allowed = allowed;
        this.crosswalk = crosswalk;
        this.what = what;
    }

    @Override
    public String seen() {
        return what + ", " + header.described();
    }

    @Override
    public CsvDialect dialect() {
        return header.dialect();
    }

    @Override
    public Charset charset() {
        return header.charset();
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
    public Optional<Slug> idOf(TableRow row) {
        return Optional.of(id(cells(row)));
    }

    private static Slug id(Cells cells) {
        String id = cells.requiredCode("GLOBALEVENTID");
        if (!id.matches("\\d{1,18}")) {
            throw cells.refusal("GLOBALEVENTID", "is a number");
        }
        return new Slug("gdelt-" + id);
    }

    private Cells cells(TableRow row) {
        if (!allowed.test(row.cells().size())) {
            throw row.refusal(header.columns().count());
        }
        return new Cells(header.columns(), row);
    }

    @Override
    public Draft read(TableRow row) {
        Cells cells = cells(row);
        Slug id = id(cells);
        String code = code(cells);
        Slug type = CameoCodes.type(crosswalk, code)
                .orElseThrow(() -> cells.refusal("EventCode", "is a CAMEO code that has an event type"));
        LocalDate day = day(cells);
        checkGoldstein(cells, code);
        List<RequiredResource> needs = new ArrayList<>();
        List<Participation> sides = new ArrayList<>();
        GdeltActors.actor(cells, "Actor1", needs).ifPresent(one -> sides.add(new Participation(Role.INITIATOR, one)));
        GdeltActors.actor(cells, "Actor2", needs).ifPresent(one -> sides.add(new Participation(Role.TARGET, one)));
        GdeltPlaces.Where where = GdeltPlaces.where(cells, needs);
        List<ReportBy> reports = GdeltSources.source(cells, needs)
                .map(source -> new ReportBy(source, null, null)).stream().toList();
        EventInput event = new EventInput(id, type, title(cells, code), summary(cells),
                Edtf.parse(day.toString()), where.place(), where.location(), sides, List.of(), reports, null,
                List.of(new Coding(Scheme.CAMEO, code)), tags(cells), null);
        return new Draft(needs, event, cells.objections(), cells.unsaid(MEMBERS));
    }

    /** Returns the code as written, with the leading zero that it has lost if a data frame read it as a number. */
    private static String code(Cells cells) {
        String code = cells.requiredCode("EventCode");
        if (code.matches("[1-9]\\d{0,2}") && lost(code, cells.code("EventRootCode").orElse(""))) {
            cells.note("EventCode", "has its leading zero; read as 0" + code);
            return "0" + code;
        }
        if (!code.matches("\\d{2,4}")) {
            throw cells.refusal("EventCode", "is a CAMEO code of two to four digits");
        }
        return code;
    }

    /**
     * Returns whether a code has lost its leading zero. The root code of the row decides, if there is one; otherwise the fact that all
     * published codes have three or four digits.
     */
    private static boolean lost(String code, String root) {
        String shortRoot = root.replaceFirst("^0", "");
        if (shortRoot.matches("\\d{1,2}") && code.startsWith(shortRoot)) {
            return shortRoot.length() == 1;
        }
        return code.length() == 2 || code.length() == 3 && Cameo.of(code).isEmpty() && Cameo.of("0" + code).isPresent();
    }

    private static LocalDate day(Cells cells) {
        LocalDate day = DayParser.required(cells, "SQLDATE", DayParser.COMPACT, DayParser.ISO);
        Optional<LocalDate> added = cells.code("DATEADDED").flatMap(text -> DayParser.of(text, DayParser.COMPACT, DayParser.ISO));
        if (cells.text("DATEADDED").isPresent() && added.isEmpty()) {
            cells.note("DATEADDED", "is a day such as 20180326, or a time such as 20180326044500");
        }
        if (added.filter(on -> !on.isBefore(DAILY) && ChronoUnit.DAYS.between(day, on) > DAYS_OFF).isPresent()) {
            cells.note("SQLDATE", "is at most " + DAYS_OFF + " days before DATEADDED; it may be a year off");
        }
        return day;
    }

    private static void checkGoldstein(Cells cells, String code) {
        OptionalDouble given = LenientCells.decimal(cells, "GoldsteinScale");
        Optional<Cameo.Code> known = Cameo.of(code);
        if (given.isPresent() && known.isPresent() && given.getAsDouble() != known.get().goldstein()) {
            cells.note("GoldsteinScale", "is " + known.get().goldstein() + ", the weight of " + code);
        }
    }

    private static String title(Cells cells, String code) {
        Optional<String> actor2 = cells.text("Actor2Name").or(() -> cells.text("Actor2Code"));
        return TextLimits.line(cells.text("Actor1Name").or(() -> cells.text("Actor1Code")).map(GdeltLayout::shown).orElse("Unknown")
                + " – " + CameoCodes.deed(code) + actor2.map(name -> " – " + shown(name)).orElse("")
                + cells.text("ActionGeo_FullName").map(where -> ", " + TextLimits.line(where, NAME)).orElse(""), MaxLength.TITLE);
    }

    private static String shown(String name) {
        return GdeltActors.titled(TextLimits.line(name, NAME / 2));
    }

    /** Returns searchable text for columns that the model has no member for. */
    private static String summary(Cells cells) {
        List<String> parts = new ArrayList<>();
        count(cells, "NumMentions", "mentions").ifPresent(parts::add);
        count(cells, "NumSources", "sources").ifPresent(parts::add);
        count(cells, "NumArticles", "articles").ifPresent(parts::add);
        OptionalDouble tone = LenientCells.decimal(cells, "AvgTone");
        if (tone.isPresent()) {
            parts.add(String.format(Locale.ROOT, "average tone: %.2f", tone.getAsDouble()));
        }
        if (parts.isEmpty()) {
            return null;
        }
        String line = String.join(", ", parts) + ".";
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private static Optional<String> count(Cells cells, String column, String what) {
        OptionalDouble number = LenientCells.decimal(cells, column);
        return number.isPresent() ? Optional.of(what + ": " + (long) number.getAsDouble()) : Optional.empty();
    }

    private static List<String> tags(Cells cells) {
        List<String> tags = new ArrayList<>();
        Optional<String> quad = cells.code("QuadClass");
        if (quad.filter(one -> one.matches("[1-4]")).isPresent()) {
            tags.add("quad-" + quad.get());
        } else if (quad.isPresent()) {
            cells.note("QuadClass", "is 1 to 4");
        }
        if (cells.code("IsRootEvent").filter(one -> one.equals("1") || one.equalsIgnoreCase("true")).isPresent()) {
            tags.add("root-event");
        }
        return tags;
    }
}
