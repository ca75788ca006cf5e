package org.casus.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casus.directory.DirectoryView;
import org.casus.directory.Entry;
import org.casus.edtf.TimeRange;
import org.casus.query.Document;
import org.casus.query.Document.Tie;
import org.casus.query.Field;
import org.casus.query.Filter;
import org.casus.query.SearchText.Clause;
import org.casus.vocabulary.ResourceKind;

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
        if (filter instanceof Filter.During during) {
            return state.time().overlaps(during.time());
        }
        if (filter instanceof Filter.Text text) {
            return text.text().clauses().stream().allMatch(clause -> score(state, clause) > 0 != clause.excluded());
        }
        Filter.Values values = (Filter.Values) filter;
        return switch (values.match()) {
            case ANY -> values.values().stream().anyMatch(value -> has(state, values.field(), value));
            case ALL -> values.values().stream().allMatch(value -> has(state, values.field(), value));
            case NONE -> values.values().stream().noneMatch(value -> has(state, values.field(), value));
        };
    }

    private boolean has(Document state, Field field, String value) {
        if (field.refersTo().isEmpty()) {
            return state.tokens().contains(new Document.Token(field, value));
        }
        if (field == Field.RELATED_TO) {
            return refers(state, value) || find(ResourceKind.EVENT, value).stream()
                    .anyMatch(other -> refers(other, state.id()));
        }
        return state.ties().stream().filter(tie -> tie.field() == field).anyMatch(tie -> field.descends(tie.kind())
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
        List<Entry.Parent> parents = names.entry(kind, id).map(Entry::parents).orElse(List.of());
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
        if (PlainText.anyMeets(state.titles(), clause)) {
            return IN_TITLE;
        }
        if (namesOf(state).stream().anyMatch(name -> PlainText.anyMeets(List.of(name), clause))) {
            return IN_NAME;
        }
        return PlainText.anyMeets(state.texts(), clause) ? IN_TEXT : 0;
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
