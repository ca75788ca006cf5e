package org.casus.imports.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.casus.actor.ActorInput;
import org.casus.actor.ActorView;
import org.casus.event.EventInput;
import org.casus.event.EventView;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.job.ImportJob;
import org.casus.imports.run.ResolutionCache.Name;
import org.casus.imports.table.RowIssue;
import org.casus.ledger.Revision;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.ledger.write.BulkTransaction;
import org.casus.model.Identifier;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.casus.place.PlaceInput;

/** Finds or creates the resources that the rows of a batch need, and maps the ids in the rows to the ids of the stored resources. */
final class Resolution {

    private static final List<ResourceKind> IDENTIFIED = List.of(ResourceKind.PLACE, ResourceKind.ACTOR);

    private final ImportJob job;
    private final BulkTransaction transaction;
    private final ResolutionCache cache;
    private final Map<Name, Slug> resolved = new HashMap<>();
    private final Map<Slug, List<RowIssue>> lost = new HashMap<>();
    private final Set<Slug> named = new HashSet<>();

    Resolution(ImportJob job, BulkTransaction transaction, ResolutionCache cache) {
        this.job = job;
        this.transaction = transaction;
        this.cache = cache;
        if (!transaction.session().unbroken()) {
            cache.clear();
        }
    }

    /** Finds or creates the resources that rows need. */
    void resolve(List<RequiredResource> all) {
        Map<Name, RequiredResource> needs = new LinkedHashMap<>();
        all.forEach(required -> cache.of(required).ifPresentOrElse(
                id -> resolved.put(Name.of(required), id),
                () -> needs.putIfAbsent(Name.of(required), required)));
        Map<ResourceKind, Map<String, String>> identified = new EnumMap<>(ResourceKind.class);
        IDENTIFIED.forEach(kind -> identified.put(kind, transaction.identified(kind, values(needs.values(), kind))));
        for (ResourceKind kind : ResourceKind.values()) {
            transaction.expect(kind, needs.keySet().stream().filter(name -> name.kind() == kind).map(name -> name.id().value()).toList());
        }
        // grouped by resource type, so that the database gets many statements of the same kind at once
        needs.entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().kind())).forEach(one -> {
            Slug id = resolve(one.getValue(), identified.getOrDefault(one.getKey().kind(), Map.of()));
            resolved.put(one.getKey(), id);
            cache.add(one.getValue(), id);
        });
    }

    /** Passes the checked names of actors on to later batches, after the commit. */
    void end() {
        cache.named(named);
    }

    private static List<String> values(Collection<RequiredResource> needs, ResourceKind kind) {
        return needs.stream().filter(required -> required.kind() == kind).flatMap(required -> required.known().stream())
                .map(Identifier::value).distinct().toList();
    }

    private Slug resolve(RequiredResource required, Map<String, String> identified) {
        Optional<String> same = required.known().stream().map(Identifier::token).filter(identified::containsKey)
                .map(identified::get).findFirst();
        Slug id = same.map(Slug::new).orElse(required.id());
        if (same.isEmpty() && !transaction.has(required.kind(), id.value())) {
            transaction.put(required.kind(), id, rewritten(required.input()));
        } else if (required.ours()) {
            revise(required);
        } else if (required.input() instanceof ActorInput actor && job.isWhole() && !cache.isNamed(id) && named.add(id)) {
            rename(id, actor.name());
        }
        return id;
    }

    /** Renames an actor that only imports have written so far. Its name comes from the newest release of a whole dataset. */
    private void rename(Slug id, String name) {
        ActorView actor = transaction.state(ResourceKind.ACTOR, id.value(), ActorView.class).orElseThrow();
        if (!actor.name().equals(name) && isOfFiles(actor)) {
            transaction.put(ResourceKind.ACTOR, id, actor.asInput().called(name));
        }
    }

    private static boolean isOfFiles(ActorView actor) {
        return Revision.<Revision>findByIdOptional(actor.revision()).filter(Revision::isByImport).isPresent()
                && SupersededState.all(ResourceKind.ACTOR, actor.id()).stream().allMatch(SupersededState.Begun::byImport);
    }

    /**
     * Updates a conflict or a dyad, which several files describe. A release of the whole dataset replaces its content; other files
     * can only extend its time, and only the end of a release shortens it. Corrections by editors are merged as for rows.
     */
    private void revise(RequiredResource required) {
        EventView present = transaction.state(ResourceKind.EVENT, required.id().value(), EventView.class).orElseThrow();
        EventInput stands = present.asInput();
        EventInput loaded = cache.told(required.id(), stands).orElseGet(() -> loaded(present));
        EventInput row = rewritten((EventInput) required.input());
        boolean whole = job.isWhole() && Objects.equals(row.dataset(), loaded.dataset());
        Edtf when = loaded.when().covering(row.when());
        EventInput said = (whole ? row : loaded).at(when);
        EditorCorrections.Merged merged = EditorCorrections.merge(loaded, stands, said);
        cache.tell(required.id(), said, merged.event());
        if (!merged.overwritten().isEmpty()) {
            lost.put(required.id(), merged.overwritten().stream().map(member -> overwritten(present, member)).toList());
        }
        transaction.put(ResourceKind.EVENT, required.id(), merged.event());
    }

    /** Returns the last content that files gave to an event. */
    static EventInput loaded(EventView present) {
        List<EditorCorrections.State> states = new ArrayList<>();
        SupersededState.all(ResourceKind.EVENT, present.id()).forEach(ended -> states.add(new EditorCorrections.State(
                StateJson.read(ended.state(), EventView.class).asInput(), ended.byImport())));
        boolean byFile = Revision.<Revision>findByIdOptional(present.revision())
                .filter(revision -> !revision.isByImport()).isEmpty();
        states.add(new EditorCorrections.State(present.asInput(), byFile));
        return EditorCorrections.said(states);
    }

    /** Returns the corrections of a needed resource that were overwritten, once: for the receipt of the first row that needs it. */
    List<RowIssue> lostOf(RequiredResource required) {
        List<RowIssue> some = lost.remove(required.id());
        return some == null ? List.of() : some;
    }

    static RowIssue overwritten(EventView present, String member) {
        return new RowIssue(member, EditorCorrections.shown(present.asInput(), member),
                "of " + present.id() + " had been corrected here, and the file now says otherwise; the file counts");
    }

    private Object rewritten(Object input) {
        if (input instanceof PlaceInput place) {
            return new PlaceInput(place.id(), place.name(), place.names(), place.kind(),
                    as(ResourceKind.PLACE, place.within()), place.location(), place.bbox(), place.identifiers());
        }
        if (input instanceof ActorInput actor) {
            return new ActorInput(actor.id(), actor.name(), actor.names(), actor.kind(), actor.description(),
                    actor.memberships().stream().map(of -> new ActorInput.Of(
                            of.kind(), as(ResourceKind.ACTOR, of.of()), of.role(), of.when())).toList(),
                    actor.identifiers());
        }
        return input instanceof EventInput event ? rewritten(event) : input;
    }

    /** Returns the event with the ids of the stored resources. */
    EventInput rewritten(EventInput event) {
        return new EventInput(event.id(), event.type(), event.title(), event.summary(), event.when(),
                as(ResourceKind.PLACE, event.place()), event.location(),
                event.participants().stream().map(of -> new EventInput.Participation(
                        of.role(), as(ResourceKind.ACTOR, of.actor()))).toList(),
                event.relations(), event.reports(), event.fatalities(), event.codings(), event.tags(),
                dataset(event) == null ? null : new Slug(dataset(event)));
    }

    private Slug as(ResourceKind kind, Slug id) {
        return id == null ? null : resolved.getOrDefault(new Name(kind, id), id);
    }

    /** Returns the dataset that the row names, or else the dataset of the import. */
    String dataset(EventInput event) {
        return event.dataset() == null ? job.dataset : event.dataset().value();
    }
}
