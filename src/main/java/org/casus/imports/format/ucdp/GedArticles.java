package org.casus.imports.format.ucdp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.event.EventInput.ReportBy;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.imports.table.DayParser;
import org.casus.model.MaxLength;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.SourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.source.SourceInput;

/**
 * Reads the articles that a row of UCDP GED cites: as {@code "publisher,date,headline"}, or in free text in rows of the years before
 * 2013. If a text does not clearly name its publisher, the publisher is unknown.
 */
final class GedArticles {

    private static final String COLUMN = "source_article";
    private static final int MOST = 200;
    private static final String NOBODY = "unknown";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    /** A publisher, a date and perhaps a headline. Names of publishers may contain commas, but no dates and no quotation marks. */
    private static final Pattern LISTED = Pattern.compile(
            "(?<by>[^\"]{1,200}?),\\s*(?<on>" + DAY + ")\\s*(?:,(?<title>.*))?", Pattern.DOTALL);
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.&'’-]{0,19}";
    /** A name of a few words and a date, as in {@code Reuters (16 August 1989): "…"}. */
    private static final Pattern CITED = Pattern.compile("(?<by>" + WORD + "(?: " + WORD + "){0,3}),?\\s*\\(?(?<on>" + DAY
            + "|\\d{1,2} \\p{L}{3,9} \\d{4})\\)?\\s*:?\\s+(?<title>\\S.*)", Pattern.DOTALL);

    private GedArticles() {
    }

    /**
     * An article that a row cites.
     *
     * @param on the date of publication; may be null
     */
    private record Article(String publisher, LocalDate on, String title) {

        Slug id() {
            return new Slug("article-" + DerivedIds.hash(publisher + "|" + on + "|" + title));
        }

        SourceInput source() {
            return new SourceInput(id(), publisher, title, null, on == null ? null : Edtf.parse(on.toString()), null,
                    SourceKind.ARTICLE);
        }
    }

    static List<ReportBy> reports(Cells cells, List<RequiredResource> needs) {
        String attribution = cells.words("source_original").map(text -> TextLimits.line(text, MaxLength.ATTRIBUTION)).orElse(null);
        Map<Slug, Article> articles = new LinkedHashMap<>();
        texts(cells.words(COLUMN).orElse("")).map(GedArticles::article).forEach(one -> articles.putIfAbsent(one.id(), one));
        if (articles.size() > MOST) {
            cells.note(COLUMN, "names at most " + MOST + " articles; " + (articles.size() - MOST) + " are left out");
        }
        List<ReportBy> reports = new ArrayList<>();
        articles.values().stream().limit(MOST).forEach(one -> {
            needs.add(new RequiredResource(ResourceKind.SOURCE, one.id(), List.of(), one.source(), false));
            reports.add(new ReportBy(one.id(), attribution, null));
        });
        return List.copyOf(reports);
    }

    /** Splits a cell into its texts, at semicolons between quotation marks only: headlines contain other semicolons. */
    private static Stream<String> texts(String text) {
        String inner = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1) : text;
        return Stream.of(inner.split("\";\"")).filter(one -> !one.isBlank());
    }

    private static Article article(String text) {
        return Stream.of(LISTED, CITED).flatMap(form -> said(text, form).stream()).findFirst()
                .orElseGet(() -> new Article(NOBODY, null, TextLimits.line(text, MaxLength.SOURCE_TITLE)));
    }

    private static Optional<Article> said(String text, Pattern form) {
        Matcher said = form.matcher(text.strip());
        if (!said.matches() || said.group("by").isBlank()) {
            return Optional.empty();
        }
        String title = said.group("title") == null || said.group("title").isBlank() ? text : said.group("title");
        return DayParser.of(said.group("on"), DayParser.ISO, DayParser.LONG, DayParser.SHORT)
                .map(on -> new Article(TextLimits.line(said.group("by"), MaxLength.PUBLISHER), on,
                        TextLimits.line(title, MaxLength.SOURCE_TITLE)));
    }
}
