package org.casus.imports.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casus.actor.ActorInput;
import org.casus.dataset.DatasetInput;
import org.casus.event.EventInput;
import org.casus.http.json.ValidationErrors;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.UnresolvedReference;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.ledger.write.BulkTransaction;
import org.casus.ledger.write.InputReader;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.place.PlaceInput;
import org.casus.source.SourceInput;

/**
 * Creates the missing resources that rows refer to by id. A resource with a row of its own further down in the file is created from
 * that row, without its references to resources that do not exist yet; the row adds them when it is loaded. Any other resource is
 * created from the name in the reference, and the receipt reports this.
 */
final class ReferencedResources {

    /** The minimal content of a resource of which only the name is known: input record, member for the name, and kind. */
    private static final Map<ResourceKind, Made> MADE = Map.of(
            ResourceKind.ACTOR, new Made(ActorInput.class, "name", "group"),
            ResourceKind.PLACE, new Made(PlaceInput.class, "name", "region"),
            ResourceKind.SOURCE, new Made(SourceInput.class, "title", "other"),
            ResourceKind.DATASET, new Made(DatasetInput.class, "title", null));

    private final Layout layout;
    private final BulkTransaction transaction;
    private final InputReader reader;

    ReferencedResources(Layout layout, BulkTransaction transaction, InputReader reader) {
        this.layout = layout;
        this.transaction = transaction;
        this.reader = reader;
    }

    private record Made(Class<? extends Record> input, String name, String kind) {
    }

    private record Key(ResourceKind kind, Slug id) {

        static Key of(UnresolvedReference unresolvedReference) {
            return new Key(unresolvedReference.kind(), unresolvedReference.id());
        }
    }

    /** The resources to create for one row, of which all or none are created, and the issues to report. */
    private record Plan(Map<Key, Object> puts, List<RowIssue> said) {
    }

    /** Looks up in bulk the resources that rows describe or refer to. */
    void expect(Collection<Draft> drafts) {
        Map<ResourceKind, List<String>> ids = drafts.stream()
                .flatMap(draft -> Stream.concat(draft.mentions().stream().map(Key::of), Stream.ofNullable(draft.other())
                        .map(other -> new Key(other.kind(), other.id()))))
                .collect(groupingBy(Key::kind, mapping(key -> key.id.value(), toList())));
        ids.forEach(transaction::expect);
    }

    /**
     * Creates the missing resources that a row refers to.
     *
     * @return issues about the created resources, for the receipt of the row
     * @throws RefusedRowException if a resource cannot be created, or the row would close a cycle
     */
    List<RowIssue> make(Draft draft) {
        Plan plan = new Plan(new LinkedHashMap<>(), new ArrayList<>());
        draft.mentions().forEach(unresolvedReference -> plan(unresolvedReference, unresolvedReference.pointer(), plan));
        plan.puts.forEach((key, input) -> transaction.put(key.kind, key.id, input));
        refuseCircle(draft);
        return plan.said;
    }

    /**
     * Plans the creation of a resource if it does not exist.
     *
     * @param pointer the position of the reference in the row, or of the reference that led to it
     */
    private void plan(UnresolvedReference unresolvedReference, String pointer, Plan plan) {
        Key key = Key.of(unresolvedReference);
        if (isThere(key, plan)) {
            return;
        }
        Optional<Draft> later = layout.elsewhere(key.kind, key.id);
        if (later.isPresent()) {
            plan.puts.put(key, begun(later.get(), unresolvedReference, plan));
            return;
        }
        plan.puts.put(key, made(unresolvedReference));
        plan.said.add(new RowIssue(pointer, unresolvedReference.id().value(), "there was no such " + key.kind.token()
                + ", so it was made of its name alone" + (MADE.get(key.kind).kind == null ? "" : ", as kind "
                        + MADE.get(key.kind).kind) + "; the export of " + key.kind.collection() + " says more of it"));
    }

    private boolean isThere(Key key, Plan plan) {
        return plan.puts.containsKey(key) || transaction.has(key.kind, key.id.value());
    }

    /** Returns the content of a later row, without references to resources that do not exist yet. */
    private Object begun(Draft later, UnresolvedReference unresolvedReference, Plan plan) {
        if (later.event() != null) {
            try {
                later.mentions().stream().filter(of -> of.kind() != ResourceKind.EVENT)
                        .forEach(of -> plan(of, unresolvedReference.pointer(), plan));
            } catch (RefusedRowException e) {
                throw refusal(unresolvedReference, "cannot be loaded from its own line in the file: " + e.objection().column() + " "
                        + e.objection().rule());
            }
            return begun(later.event(), id -> isThere(new Key(ResourceKind.EVENT, id), plan));
        }
        Object input = later.other().input();
        if (input instanceof ActorInput actor) {
            return new ActorInput(actor.id(), actor.name(), actor.names(), actor.kind(), actor.description(),
                    actor.memberships().stream().filter(of -> isThere(new Key(ResourceKind.ACTOR, of.of()), plan)).toList(),
                    actor.identifiers());
        }
        if (input instanceof PlaceInput place && place.within() != null
                && !isThere(new Key(ResourceKind.PLACE, place.within()), plan)) {
            return new PlaceInput(place.id(), place.name(), place.names(), place.kind(), null, place.location(),
                    place.bbox(), place.identifiers());
        }
        return input;
    }

    private static EventInput begun(EventInput event, Predicate<Slug> there) {
        return new EventInput(event.id(), event.type(), event.title(), event.summary(), event.when(), event.place(),
                event.location(), event.participants(),
                event.relations().stream().filter(to -> there.test(to.event())).toList(), event.reports(),
                event.fatalities(), event.codings(), event.tags(), event.dataset());
    }

    private Object made(UnresolvedReference unresolvedReference) {
        Made made = MADE.get(unresolvedReference.kind());
        if (made == null || unresolvedReference.name() == null) {
            throw refusal(unresolvedReference, "is neither here nor in this file; load the export of "
                    + unresolvedReference.kind().collection()
                    + (made == null ? " with it or before it" : " before it, or refer to it as {\"id\": …, \"name\": …}"));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", unresolvedReference.id().value())
                .put(made.name, unresolvedReference.name());
        if (made.kind != null) {
            body.put("kind", made.kind);
        }
        if (unresolvedReference.publisher() != null) {
            body.put("publisher", unresolvedReference.publisher());
        }
        ValidationErrors errors = new ValidationErrors();
        Object input = reader.readExported(body, made.input, errors);
        errors.all().stream().findFirst().ifPresent(error -> {
            throw refusal(unresolvedReference, "is not there and cannot be made of its name: " + error.detail()
                    + "; load the export of " + unresolvedReference.kind().collection() + " before it");
        });
        return input;
    }

    private static RefusedRowException refusal(UnresolvedReference unresolvedReference, String rule) {
        return new RefusedRowException(unresolvedReference.pointer(), unresolvedReference.id().value(), "this "
                + unresolvedReference.kind().token() + " " + rule);
    }

    /** Refuses a row that would make its resource an ancestor of itself. */
    private void refuseCircle(Draft draft) {
        ResourceKind kind = draft.event() == null ? draft.other().kind() : ResourceKind.EVENT;
        String id = draft.event() == null ? draft.other().id().value() : draft.event().id().value();
        for (UnresolvedReference unresolvedReference : draft.mentions()) {
            if (unresolvedReference.above() && unresolvedReference.kind() == kind && leads(kind, unresolvedReference.id().value(), id)) {
                throw refusal(unresolvedReference, "stands below '" + id + "' already, which cannot stand below itself");
            }
        }
    }

    private boolean leads(ResourceKind kind, String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String at = open.pop();
            if (at.equals(to)) {
                return true;
            }
            transaction.parentsOf(kind, at).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
