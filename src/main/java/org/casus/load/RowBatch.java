package org.casus.load;

import io.quarkus.logging.Log;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.event.EventView;
import org.casus.event.Fatalities;
import org.casus.http.Sha256;
import org.casus.ledger.Bulk;
import org.casus.ledger.Differences;
import org.casus.ledger.InputReader;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.States;
import org.casus.load.format.Draft;
import org.casus.load.format.Layout;
import org.casus.load.format.Mode;
import org.casus.load.format.Need;
import org.casus.load.format.Objection;
import org.casus.load.format.RefusedRow;
import org.casus.load.format.Row;
import org.casus.place.PlaceInput;
import org.casus.query.View;
import org.casus.shape.Identifier;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/** Some rows of a file, written in one transaction: what they need first, then their events. */
final class RowBatch {

    private static final int HASH_BYTES = 16;
    private static final List<ResourceKind> IDENTIFIED = List.of(ResourceKind.PLACE, ResourceKind.ACTOR);

    private final ImportJob job;
    private final Layout layout;
    private final List<Row> rows;
    private final Bulk bulk;
    private final Validator validator;
    private final Map<Name, Slug> resolved = new HashMap<>();
    private final Mentioned mentioned;
    private Map<String, Origin> origins = Map.of();
    private final List<Pending> pending = new ArrayList<>();

    RowBatch(ImportJob job, Layout layout, List<Row> rows, Bulk bulk, Validator validator, InputReader reader) {
        this.job = job;
        this.layout = layout;
        this.rows = rows;
        this.bulk = bulk;
        this.validator = validator;
        this.mentioned = new Mentioned(layout, bulk, reader);
    }

    /** What a draft calls something. */
    private record Name(ResourceKind kind, Slug id) {
    }

    /**
     * What becomes of a row, as far as that is known before there are numbers.
     *
     * @param put null where nothing was to be put
     * @param hash of the row where its origin is to be noted
     */
    private record Pending(Read read, Outcome outcome, Bulk.Put put, List<Objection> objections, String hash,
            List<String> changed, String said) {

        static Pending refused(Read read, List<Objection> refusals) {
            return new Pending(read, Outcome.REFUSED, null, refusals, null, List.of(), null);
        }

        Row row() {
            return read.row;
        }

        /** The event that it is of; null where it is of none, or where that cannot be told. */
        String event() {
            return read.isEvent() ? read.event() : read.refused;
        }

        Need other() {
            return outcome == Outcome.REFUSED ? null : read.draft.other();
        }
    }

    /**
     * A row with what it says, or with what is wrong with it.
     *
     * @param refused the event of a row that is refused, as far as that is known
     */
    private record Read(Row row, Draft draft, List<Objection> refusals, String refused) {

        boolean isEvent() {
            return draft != null && draft.event() != null;
        }

        String event() {
            return draft.event().id().value();
        }
    }

    /** Calls the bulk for all rows. */
    RowBatch put() {
        List<Read> read = rows.stream().map(this::read).toList();
        List<String> ids = read.stream().filter(Read::isEvent).map(Read::event).distinct().toList();
        origins = Origin.<Origin>list("event in ?1", ids).stream()
                .collect(Collectors.toMap(origin -> origin.event, origin -> origin));
        bulk.expect(ResourceKind.EVENT, ids);
        resolve(read.stream().filter(one -> one.draft != null && !isKnown(one))
                .flatMap(one -> one.draft.needs().stream()).toList());
        mentioned.expect(read.stream().filter(one -> one.draft != null && !isKnown(one)).map(Read::draft).toList());
        Set<String> met = new LinkedHashSet<>();
        read.forEach(one -> pending.add(put(one, met)));
        return this;
    }

    private Pending put(Read one, Set<String> met) {
        if (one.draft == null) {
            return Pending.refused(one, one.refusals);
        }
        try {
            return one.isEvent() ? put(one, Optional.ofNullable(origins.get(one.event())), !met.add(one.event()))
                    : putOther(one, !met.add(one.draft.other().kind() + ":" + one.draft.other().id()));
        } catch (RefusedRow e) {
            return Pending.refused(one, e.objections());
        }
    }

    /** What is no event is as its row says; there is no row before to compare it with. */
    private Pending putOther(Read one, boolean again) {
        ResourceKind kind = one.draft.other().kind();
        Slug id = one.draft.other().id();
        List<Objection> objections = new ArrayList<>(mentioned.make(one.draft));
        boolean begun = !again && isBegun(kind, id);
        if (again || !begun && bulk.doneFor(job.reason(), kind, id.value()).isPresent() && layout.elsewhere(kind, id).isEmpty()) {
            objections.add(new Objection("/id", id.value(), "stands in the file once; the last row with it counts"));
        }
        Optional<View> before = bulk.state(kind, id.value(), View.class);
        Bulk.Put put = bulk.put(kind, id, one.draft.other().input());
        List<String> changed = before.isEmpty() || begun ? List.of()
                : Differences.members(before.get(), bulk.state(kind, id.value(), View.class).orElseThrow());
        return new Pending(one, outcome(objections, put, begun), put, objections, null, changed, null);
    }

    /** Whether it is there only because a row before this one, its own, mentions it, or the import is into it. */
    private boolean isBegun(ResourceKind kind, Slug id) {
        return (layout.elsewhere(kind, id).isPresent() || kind == ResourceKind.DATASET && id.value().equals(job.dataset))
                && bulk.doneFor(job.reason(), kind, id.value()).filter(Operation.CREATE::equals).isPresent();
    }

    private static Outcome outcome(List<Objection> objections, Bulk.Put put, boolean begun) {
        return !objections.isEmpty() ? Outcome.FLAGGED : begun ? Outcome.CREATED : Outcome.valueOf(put.outcome().name());
    }

    /** Whatever the layout made of the row keeps the rules of the model, or the row is refused: a batch never fails for a row. */
    private Read read(Row row) {
        try {
            if (row.raw().indexOf('\0') >= 0) {
                throw new RefusedRow("row", row.raw().replace('\0', '␀'), "has no NUL character");
            }
            Draft draft = layout.read(row);
            draft.needs().forEach(need -> check(need.input()));
            if (draft.event() != null) {
                check(draft.event());
            }
            return new Read(row, draft, List.of(), null);
        } catch (RefusedRow e) {
            return new Read(row, null, e.objections(), idOf(row));
        } catch (RuntimeException e) {
            Log.warnf(e, "Line %d of import %d cannot be read", row.line(), job.id);
            return new Read(row, null, List.of(new Objection("row", row.raw(), "cannot be read: " + e.getMessage())), idOf(row));
        }
    }

    /** The event is in the file, though its row cannot be loaded: a release that has it does not delete it. */
    private String idOf(Row row) {
        try {
            return layout.idOf(row).map(Slug::value).orElse(null);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void check(Object input) {
        validator.validate(input).stream().findFirst().ifPresent(broken -> {
            throw new RefusedRow(broken.getPropertyPath().toString(), String.valueOf(broken.getInvalidValue()),
                    broken.getMessage());
        });
    }

    private boolean isKnown(Read one) {
        Origin origin = one.isEvent() ? origins.get(one.event()) : null;
        return origin != null && isSame(origin, one, Sha256.hex(one.row.raw(), HASH_BYTES));
    }

    /** The row that was loaded last, into this dataset: into another, it moves the event. */
    private boolean isSame(Origin origin, Read one, String hash) {
        return origin.hash.equals(hash) && Objects.equals(origin.dataset, dataset(one.draft.event()));
    }

    /** The dataset that the row names itself, or else that of the import. */
    private String dataset(EventInput event) {
        return event.dataset() == null ? job.dataset : event.dataset().value();
    }

    /** Finds or makes what events refer to. */
    private void resolve(List<Need> all) {
        Map<Name, Need> needs = new LinkedHashMap<>();
        all.forEach(need -> needs.putIfAbsent(new Name(need.kind(), need.id()), need));
        Map<ResourceKind, Map<String, String>> identified = new EnumMap<>(ResourceKind.class);
        IDENTIFIED.forEach(kind -> identified.put(kind, bulk.identified(kind, values(needs.values(), kind))));
        for (ResourceKind kind : ResourceKind.values()) {
            bulk.expect(kind, needs.keySet().stream().filter(name -> name.kind == kind).map(name -> name.id.value()).toList());
        }
        needs.forEach((name, need) -> resolved.put(name, resolve(need, identified.getOrDefault(need.kind(), Map.of()))));
    }

    private static List<String> values(Collection<Need> needs, ResourceKind kind) {
        return needs.stream().filter(need -> need.kind() == kind).flatMap(need -> need.known().stream())
                .map(Identifier::value).distinct().toList();
    }

    private Slug resolve(Need need, Map<String, String> identified) {
        Optional<String> same = need.known().stream().map(Identifier::token).filter(identified::containsKey)
                .map(identified::get).findFirst();
        if (same.isPresent()) {
            return new Slug(same.get());
        }
        boolean there = bulk.has(need.kind(), need.id().value());
        if (!there || need.ours() && job.loadMode == Mode.RELEASE) {
            bulk.put(need.kind(), need.id(), rewritten(need.input()));
        }
        return need.id();
    }

    /** With the ids that things have here. */
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

    private EventInput rewritten(EventInput event) {
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

    private Pending put(Read one, Optional<Origin> origin, boolean again) {
        String hash = Sha256.hex(one.row.raw(), HASH_BYTES);
        String id = one.event();
        List<Objection> objections = new ArrayList<>(one.draft.objections());
        if (again || origin.filter(from -> from.seenIn == job.id).isPresent()) {
            objections.add(new Objection("id", id, "stands in the file once; the last row with it counts"));
        }
        if (origin.isPresent() && isSame(origin.get(), one, hash) && !again) {
            if (!bulk.has(ResourceKind.EVENT, id)) {
                objections.add(new Objection("id", id, "was deleted here, and the row has not changed since; it stays deleted"));
            }
            return new Pending(one, objections.isEmpty() ? Outcome.UNCHANGED : Outcome.FLAGGED, null, objections,
                    hash, List.of(), null);
        }
        objections.addAll(mentioned.make(one.draft));
        boolean begun = !again && isBegun(ResourceKind.EVENT, new Slug(id));
        EventInput fresh = rewritten(one.draft.event());
        Optional<EventView> present = bulk.state(ResourceKind.EVENT, id, EventView.class);
        EventInput wanted = fresh;
        Optional<EventInput> loaded = present.isPresent() ? origin.flatMap(from -> loaded(from, present.get()))
                : Optional.empty();
        if (loaded.isPresent()) {
            Edits.Merged merged = Edits.merge(loaded.get(), present.get().asInput(), fresh);
            wanted = merged.event();
            merged.overwritten().forEach(member -> objections.add(
                    new Objection(member, id, "had been corrected here, and the file now says otherwise; the file counts")));
        }
        Bulk.Put put = bulk.put(ResourceKind.EVENT, new Slug(id), wanted);
        if (!one.draft.mentions().isEmpty()) {
            put.broken().forEach(broken -> objections.add(
                    new Objection(broken.pointer().substring(1), shown(fresh.fatalities()), broken.detail())));
        }
        List<String> changed = put.outcome() == Bulk.Outcome.UPDATED && !begun
                ? Edits.changed(present.orElseThrow().asInput(), wanted) : List.of();
        return new Pending(one, outcome(objections, put, begun), put, objections, hash, changed,
                wanted.equals(fresh) ? null : Edits.write(fresh));
    }

    private static String shown(Fatalities deaths) {
        return deaths == null ? "" : "low " + deaths.low() + ", best " + deaths.best() + ", high " + deaths.high();
    }

    /** What the last row said, where the event stands otherwise: as it is noted, or as the ledger keeps what was edited. */
    private static Optional<EventInput> loaded(Origin from, EventView present) {
        if (from.said != null) {
            return Optional.of(Edits.read(from.said));
        }
        if (present.revision() == from.revision) {
            return Optional.empty();
        }
        return Revision.<Revision>find("kind = ?1 and resource = ?2 and number > ?3 order by number",
                        ResourceKind.EVENT, from.event, from.revision)
                .firstResultOptional()
                .filter(ended -> ended.began != null && ended.began == from.revision)
                .map(ended -> States.read(ended.before, EventView.class).asInput());
    }

    /** Notes receipts, origins and how far the import is; in the transaction of what was put, when that has numbers. */
    void record(ImportJob current, int block, long position, long line) {
        List<Receipt> receipts = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Pending one : pending) {
            current.count(one.outcome);
            current.nameless += one.outcome == Outcome.REFUSED && one.event() == null ? 1 : 0;
            receipts.add(receipt(one, current.rowsRead));
            if (one.event() != null) {
                current.countChanged(one.changed);
            }
            boolean origin = isOrigin(one);
            if (origin) {
                note(one, block, raw.size());
            } else if (one.event() != null) {
                seen.add(one.event());
            }
            if (origin || one.outcome == Outcome.REFUSED) {
                raw.add(one.row().raw());
            }
        }
        if (!seen.isEmpty()) {
            Origin.update("seenIn = ?1 where event in ?2", job.id, seen);
        }
        bulk.numbers().ifPresent(numbers -> current.note(numbers[0], numbers[1]));
        current.position = position;
        current.line = line;
        ImportBlock.of(current.id, block, receipts, raw).persist();
    }

    private static Receipt receipt(Pending one, long number) {
        Need other = one.other();
        return new Receipt(number, one.row().line(), one.outcome, one.event(), change(one),
                one.put == null ? null : one.put.revision(), one.changed, one.objections,
                other == null ? null : other.kind(), other == null ? null : other.id().value());
    }

    /** Whether the event comes from this row now. */
    private boolean isOrigin(Pending one) {
        return one.event() != null && one.put != null && (one.put.outcome() != Bulk.Outcome.UNCHANGED
                || layout.isOrigin() || job.loadMode == Mode.RELEASE && !origins.containsKey(one.event()));
    }

    private static Outcome change(Pending one) {
        return one.outcome != Outcome.FLAGGED ? null
                : one.put == null ? Outcome.UNCHANGED : Outcome.valueOf(one.put.outcome().name());
    }

    private void note(Pending one, int block, int index) {
        Origin origin = origins.get(one.event());
        boolean fresh = origin == null;
        if (fresh) {
            origin = new Origin();
            origin.event = one.event();
        }
        origin.dataset = dataset(one.read.draft.event());
        origin.importId = job.id;
        origin.block = block;
        origin.rowIndex = index;
        origin.line = one.row().line();
        origin.hash = one.hash;
        origin.revision = one.put.revision();
        origin.said = one.said;
        origin.seenIn = job.id;
        if (fresh) {
            origin.persist();
            origins.put(one.event(), origin);
        }
    }
}
