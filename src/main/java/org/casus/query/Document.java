package org.casus.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.edtf.TimeRange;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Role;

/**
 * One state of one resource as a read model holds it: what answers show, and what filters, sorting and search see.
 * It holds direct references only; what stands above them is the directory's to say.
 */
public final class Document {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SORTED_LENGTH = 200;

    private final ResourceKind kind;
    private final String id;
    private final long revision;
    private final Template template;
    private final List<Tie> ties = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private TimeRange time = TimeRange.ALWAYS;
    private String name = "";
    private long fatalities = -1;
    private Deaths deaths = new Deaths(null, null, null);
    private Point point;
    private final List<Part> parts = new ArrayList<>();

    public Document(ResourceKind kind, String id, long revision, Template template) {
        this.kind = kind;
        this.id = id;
        this.revision = revision;
        this.template = template;
    }

    /** A reference that a field can be filtered by. */
    public record Tie(Field field, ResourceKind kind, String id) {
    }

    /** A word that a field can be filtered by. */
    public record Token(Field field, String word) {
    }

    /** An actor in a role. */
    public record Part(Role role, String actor) {
    }

    /** Estimates of deaths; null where not given. */
    public record Deaths(Integer low, Integer best, Integer high) {
    }

    /** Where it is, in degrees. */
    public record Point(double lat, double lon) {
    }

    public Document part(Role role, String actor) {
        parts.add(new Part(role, actor));
        return this;
    }

    public Document point(double lat, double lon) {
        // -0.0 and 0.0 are one place, and are found alike
        point = new Point(lat + 0.0, lon + 0.0);
        return this;
    }

    public Document tie(Field field, ResourceKind referred, String to) {
        if (to != null) {
            ties.add(new Tie(field, referred, to));
        }
        return this;
    }

    public Document token(Field field, String word) {
        tokens.add(new Token(field, word));
        return this;
    }

    /** When it is; what is at no known time overlaps every time. */
    public Document time(TimeRange range) {
        time = range;
        return this;
    }

    /** What it is called, for search and for sorting. */
    public Document name(String text) {
        name = text;
        return title(text);
    }

    /** A further name, for search alone. */
    public Document title(String text) {
        titles.add(text);
        return this;
    }

    /** Text to search that is no name; null is no text. */
    public Document text(String text) {
        if (text != null) {
            texts.add(text);
        }
        return this;
    }

    /** Estimates of deaths, to sum up and to sort by the best of them; null where none is given. */
    public Document fatalities(Integer low, Integer best, Integer high) {
        deaths = new Deaths(low, best, high);
        fatalities = best == null ? -1 : best;
        return this;
    }

    public ResourceKind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    /** The revision at which this state began. */
    public long revision() {
        return revision;
    }

    public Template template() {
        return template;
    }

    public List<Tie> ties() {
        return ties;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public List<String> titles() {
        return titles;
    }

    public List<String> texts() {
        return texts;
    }

    public TimeRange time() {
        return time;
    }

    /** The name by which it is sorted: case and accents folded, cut to a bounded length. */
    public String sortName() {
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        return folded.codePointCount(0, folded.length()) <= SORTED_LENGTH
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, SORTED_LENGTH));
    }

    public List<Part> parts() {
        return parts;
    }

    public Deaths deaths() {
        return deaths;
    }

    public Optional<Point> point() {
        return Optional.ofNullable(point);
    }

    /** The best estimate of deaths, -1 where none is given. */
    public long fatalities() {
        return fatalities;
    }
}
