package org.casus.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.AsOf;
import org.casus.query.Filter;
import org.casus.query.SearchText.Clause;
import org.casus.query.SearchText.Form;
import org.casus.query.field.Field;
import org.casus.query.field.Match;
import org.casus.readmodel.Document;
import org.casus.readmodel.Document.Tie;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.readmodel.names.DirectoryView;

/** Filters by their definitions, as of one revision. */
final class PlainFilters {

    private static final int IN_TITLE = 3;
    private static final int IN_NAME = 2;
    private static final int IN_TEXT = 1;

    private final Function<ResourceKind, List<Document>> states;
    private final DirectoryView names;

    PlainFilters(Function<ResourceKind, List<Document>> states, DirectoryView names) {
        this.states = states;
        this.names = names;
    }

    boolean meets(Document state, List<Filter> filters) {
        return filters.stream().allMatch(filter -> meets(state, filter));
    }

    private boolean meets(Document state, Filter filter) {
        if (filter instanceof Filter.Values values) {
            return asMany(values, value -> has(state, values, value));
        }
        if (filter instanceof Filter.Participation of) {
            return asMany(of.actors(), actor -> state.participations().stream().anyMatch(one ->
                    of.roles().contains(one.role()) && by(one.actor(), of.actors(), actor, state.time())));
        }
        if (filter instanceof Filter.Text text) {
            return text.text().clauses().stream().allMatch(clause -> score(state, clause) > 0 != clause.excluded());
        }
        if (filter instanceof Filter.Where where) {
            return new PlainConditions(names).isTrue(where.condition(), state);
        }
        return meetsCondition(state, filter);
    }

    private static boolean meetsCondition(Document state, Filter filter) {
        if (filter instanceof Filter.During during) {
            return during.certain() ? state.time().within(during.time()) : state.time().overlaps(during.time());
        }
        if (filter instanceof Filter.InArea in) {
            return state.point().filter(point -> inside(point, in.area())).isPresent();
        }
        if (filter instanceof Filter.Near near) {
            return state.point().filter(near.circle()::contains).isPresent();
        }
        if (filter instanceof Filter.Deaths deaths) {
            Integer best = state.deaths().best();
            return best != null && deaths.least() <= best && best <= deaths.most();
        }
        if (filter instanceof Filter.Publishers publishers) {
            return state.publishers().size() >= publishers.least();
        }
        return state.revision() > ((AsOf.Number) ((Filter.ChangedSince) filter).since()).revision();
    }

    private static boolean asMany(Filter.Values values, Predicate<String> met) {
        return switch (values.match()) {
            case ANY, IS -> values.values().stream().anyMatch(met);
            case ALL -> values.values().stream().allMatch(met);
            case NONE -> values.values().stream().noneMatch(met);
        };
    }

    /** The antimeridian is in the west as much as in the east. */
    private static boolean inside(Point point, BoundingBox box) {
        return box.south() <= point.lat() && point.lat() <= box.north()
                && (between(point.lon(), box) || Math.abs(point.lon()) == 180 && between(-point.lon(), box));
    }

    private static boolean between(double lon, BoundingBox box) {
        return box.west() <= box.east()
                ? box.west() <= lon && lon <= box.east()
                : box.west() <= lon || lon <= box.east();
    }

    private boolean by(String actor, Filter.Values asked, String value, TimeRange during) {
        return asked.match() == Match.IS ? actor.equals(value) : stands(ResourceKind.ACTOR, actor, value, during);
    }

    private boolean has(Document state, Filter.Values values, String value) {
        Field field = values.field();
        if (field.refersTo().isEmpty()) {
            return state.tokens().contains(new Document.Token(field, value));
        }
        if (field == Field.RELATED_TO) {
            return refers(state, value) || find(ResourceKind.EVENT, value).stream()
                    .anyMatch(other -> refers(other, state.id()));
        }
        if (field.role().isPresent()) {
            return state.participations().stream().anyMatch(of ->
                    of.role() == field.role().get() && by(of.actor(), values, value, state.time()));
        }
        boolean alone = values.match() == Match.IS;
        return state.ties().stream().filter(tie -> tie.field() == field).anyMatch(tie ->
                field.descends(tie.kind()) && !alone
                        ? stands(tie.kind(), tie.id(), value, state.time())
                        : tie.id().equals(value));
    }

    private static boolean refers(Document event, String id) {
        return event.ties().contains(new Tie(Field.RELATED_TO, ResourceKind.EVENT, id));
    }

    private Optional<Document> find(ResourceKind kind, String id) {
        return states.apply(kind).stream().filter(state -> state.id().equals(id)).findAny();
    }

    /** Whether an entry is, or at some moment of a time stands below, another. */
    private boolean stands(ResourceKind kind, String id, String below, TimeRange during) {
        if (id.equals(below)) {
            return true;
        }
        List<DirectoryEntry.Parent> parents = names.entry(kind, id).map(DirectoryEntry::parents).orElse(List.of());
        return parents.stream().anyMatch(parent -> during.intersect(parent.during())
                .map(rest -> stands(kind, parent.id(), below, rest))
                .orElse(false));
    }

    /** How relevant a state is: the sum of what each clause is worth where it is met best. */
    float score(Document state, List<Filter> filters) {
        return filters.stream()
                .filter(Filter.Text.class::isInstance)
                .flatMap(filter -> ((Filter.Text) filter).text().clauses().stream())
                .filter(clause -> !clause.excluded())
                .mapToInt(clause -> score(state, clause))
                .sum();
    }

    private int score(Document state, Clause clause) {
        List<Clause> wordings = wordings(clause);
        if (anyMeets(state.titles(), wordings)) {
            return IN_TITLE;
        }
        if (anyMeets(namesOf(state), wordings)) {
            return IN_NAME;
        }
        return anyMeets(state.texts(), wordings) ? IN_TEXT : 0;
    }

    private static boolean anyMeets(List<String> texts, List<Clause> wordings) {
        return wordings.stream().anyMatch(wording -> PlainText.anyMeets(texts, wording));
    }

    /** The clause; and if it is a whole name of a place or an actor, the same with its other names. */
    private List<Clause> wordings(Clause clause) {
        List<Clause> wordings = new ArrayList<>(List.of(clause));
        if (clause.form() != Form.PREFIX) {
            Stream.of(ResourceKind.PLACE, ResourceKind.ACTOR).flatMap(kind -> states.apply(kind).stream())
                    .filter(named -> named.titles().stream().anyMatch(name -> PlainText.same(name, clause.text())))
                    .forEach(named -> named.titles().forEach(name ->
                            wordings.add(new Clause(clause.form(), name, clause.excluded()))));
        }
        return wordings;
    }

    /** All names, as they stood, of what an event or a statement refers to and the directory knows. */
    private List<String> namesOf(Document state) {
        List<String> found = new ArrayList<>();
        if (state.kind() == ResourceKind.EVENT || state.kind() == ResourceKind.STATEMENT) {
            for (Tie tie : state.ties()) {
                if (tie.field().descends(tie.kind())) {
                    find(tie.kind(), tie.id()).ifPresent(named -> found.addAll(named.titles()));
                }
            }
        }
        return found;
    }
}
