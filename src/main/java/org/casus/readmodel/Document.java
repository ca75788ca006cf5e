package org.casus.readmodel;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.Point;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;

/**
 * One state of one resource in the read model: the template for responses, and the values for filters, sorting and search.
 * It contains direct references only; the ancestors of the referenced resources come from the directory.
 */
public final class Document {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SORTED_LENGTH = 200;

    private final ResourceKind kind;
    private final String id;
    private final long revision;
    private final Template template;
    private final List<Tie> ties = new ArrayList<>();
    private final List<Participation> participations = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<Property, Set<String>> values = new EnumMap<>(Property.class);
    private Instant recorded = Instant.EPOCH;
    private TimeRange time = TimeRange.ALWAYS;
    private String name = "";
    private Deaths deaths = new Deaths(null, null, null);
    private Point point;

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

    /** An actor and its role in an event. */
    public record Participation(Role role, String actor) {
    }

    /** Estimates of deaths, each null if not given. */
    public record Deaths(Integer low, Integer best, Integer high) {
    }

    /** Adds a reference to filter by; null is ignored. */
    public Document tie(Field field, ResourceKind referred, String to) {
        if (to != null) {
            ties.add(new Tie(field, referred, to));
        }
        return this;
    }

    /** Adds a word to filter by; null is ignored. */
    public Document token(Field field, String word) {
        if (word != null) {
            tokens.add(new Token(field, word));
        }
        return this;
    }

    /** Adds an actor that takes part. Filters find it by actor, by role and by both together. */
    public Document participant(Role role, String actor) {
        participations.add(new Participation(role, actor));
        return tie(Field.ACTOR_IN, ResourceKind.ACTOR, actor).token(Field.ROLE, EnumNames.wordOf(role));
    }

    /** Sets the time of the resource. Without it, the resource overlaps every time. */
    public Document time(TimeRange range) {
        time = range;
        return this;
    }

    /** Sets the name for search and sorting. */
    public Document name(String text) {
        name = text;
        return title(text);
    }

    /** Adds a further name, for search only. */
    public Document title(String text) {
        titles.add(text);
        return this;
    }

    /** Adds text to search that is not a name; null is ignored. */
    public Document text(String text) {
        if (text != null) {
            texts.add(text);
        }
        return this;
    }

    /** Adds a value of a property that no field holds, for exact comparison; null is ignored. */
    public Document value(Property property, String value) {
        if (value != null) {
            values.computeIfAbsent(property, of -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    /** Adds an enum value of the model as the value of a property; null is ignored. */
    public Document word(Property property, Enum<?> word) {
        return word == null ? this : value(property, EnumNames.wordOf(word));
    }

    /** Sets the time at which the state was recorded. */
    public Document recorded(Instant instant) {
        recorded = instant;
        return this;
    }

    public Document deaths(Integer low, Integer best, Integer high) {
        deaths = new Deaths(low, best, high);
        return this;
    }

    /** Sets the point of the resource. */
    public Document point(double lat, double lon) {
        point = new Point(lat, lon);
        return this;
    }

    public ResourceKind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    /** Returns the revision at which this state began. */
    public long revision() {
        return revision;
    }

    public Template template() {
        return template;
    }

    public List<Tie> ties() {
        return ties;
    }

    public List<Participation> participations() {
        return participations;
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

    public Map<Property, Set<String>> values() {
        return values;
    }

    public Instant recorded() {
        return recorded;
    }

    /** Returns the folded sort text for a property with a single text: an id, a word or a title. */
    public Optional<String> sortText(Property property) {
        Stream<String> texts = property.field().isEmpty()
                ? values.getOrDefault(property, Set.of()).stream()
                : Stream.concat(ties.stream().filter(tie -> tie.field == property.field().get()).map(Tie::id),
                        tokens.stream().filter(token -> token.field == property.field().get()).map(Token::word));
        return texts.findFirst().map(Document::folded);
    }

    public TimeRange time() {
        return time;
    }

    /** Returns the name to sort by, with case and accents folded and cut to a bounded length. */
    public String sortName() {
        return folded(name);
    }

    private static String folded(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        return folded.codePointCount(0, folded.length()) <= SORTED_LENGTH
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, SORTED_LENGTH));
    }

    /** Returns the best estimate of deaths, to sort by; -1 if not given. */
    public long fatalities() {
        return deaths.best == null ? -1 : deaths.best;
    }

    public Deaths deaths() {
        return deaths;
    }

    public Optional<Point> point() {
        return Optional.ofNullable(point);
    }

    /** Returns the distinct publishers that report the event. */
    public Set<String> publishers() {
        return tokens.stream().filter(token -> token.field == Field.PUBLISHER).map(Token::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
