package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.ValidationError;
import org.casus.ledger.Author;
import org.casus.ledger.BulkInsert;
import org.casus.ledger.InChunks;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.store.Transactions;

/**
 * Many changes of one transaction, with a few queries for all of them: what they are about is looked up at once, and
 * written at the end. For what is made of files: rules that a body from a client must keep are noted here.
 */
public final class BulkTransaction {

    /** Kinds in an order in which each stands after those that its rows refer to. */
    private static final List<ResourceKind> REFERRED_FIRST = List.of(ResourceKind.DATASET, ResourceKind.SOURCE,
            ResourceKind.EVENT_TYPE, ResourceKind.PLACE, ResourceKind.ACTOR, ResourceKind.EVENT, ResourceKind.STATEMENT);

    private final EntityManager entities;
    private final ResourceTypes types;
    private final LedgerClock clock;
    private final BulkSession session;
    private final LookupCache cache;
    /** By what they change; nothing has two revisions in one batch, since the first would never have stood. */
    private final Map<VersionedEntity, RevisionRow> changes = new LinkedHashMap<>();
    /** The entities whose parents in a hierarchy have changed. */
    private final Map<VersionedEntity, Runnable> moved = new LinkedHashMap<>();
    /** The end of the ledger before anything was looked for. */
    private final long since = LedgerHead.number();
    private final long begunAt = System.nanoTime();
    private long end;
    private long lockedAt;

    BulkTransaction(EntityManager entities, ResourceTypes types, LedgerClock clock, BulkSession session) {
        this.entities = entities;
        this.types = types;
        this.clock = clock;
        this.session = session;
        this.cache = new LookupCache(entities, session);
        session.begin(since);
    }

    /** The outcome of a put. */
    public enum Outcome {
        CREATED, UPDATED, UNCHANGED
    }

    /** The result of a put; {@code broken} are rules of the kind that it breaks and that were let pass. */
    public static final class Put {

        private final Outcome outcome;
        private final List<ValidationError> broken;
        private final VersionedEntity entity;

        private Put(Outcome outcome, List<ValidationError> broken, VersionedEntity entity) {
            this.outcome = outcome;
            this.broken = broken;
            this.entity = entity;
        }

        public Outcome outcome() {
            return outcome;
        }

        public List<ValidationError> broken() {
            return broken;
        }

        /** The revision at which the state began; known when the batch is numbered. */
        public long revision() {
            return entity.revision;
        }
    }

    /** Looks several up at once, so that none is asked for alone. */
    public void expect(ResourceKind kind, Collection<String> ids) {
        cache.look(types.get(kind), ids);
    }

    /** Whether there is one now. */
    public boolean has(ResourceKind kind, String id) {
        return cache.has(types.get(kind), id);
    }

    /** The run that this is a batch of. */
    public BulkSession run() {
        return session;
    }

    /** The present state, if there is one. */
    public <V extends View> Optional<V> state(ResourceKind kind, String id, Class<V> type) {
        return stateOf(types.get(kind), id).map(type::cast);
    }

    private <E extends VersionedEntity, V extends View> Optional<V> stateOf(ResourceType<E, ?, V> kind, String id) {
        return cache.find(kind, id).map(kind::viewOf);
    }

    /** Returns the ids of the direct parents of a resource, in a hierarchy without cycles. */
    public List<String> above(ResourceKind kind, String id) {
        return aboveOf(types.get(kind), id);
    }

    private <E extends VersionedEntity, V extends View> List<String> aboveOf(ResourceType<E, ?, V> kind, String id) {
        return cache.find(kind, id).map(kind::viewOf).map(kind::above).orElse(List.of()).stream().map(Reference::id).toList();
    }

    /** Returns what was done to it last, if that was among these changes or in an earlier revision of this import. */
    public Optional<Operation> doneByImport(long importId, ResourceKind kind, String id) {
        Optional<VersionedEntity> entity = cache.find(types.get(kind), id).map(VersionedEntity.class::cast);
        Optional<Revision> here = entity.map(changes::get).map(RevisionRow::revision);
        return here.or(() -> entity.map(versionedEntity -> Revision.<Revision>findById(versionedEntity.revision))
                .filter(last -> Objects.equals(importId, last.importId))).map(last -> last.operation);
    }

    /**
     * Creates or replaces.
     *
     * @throws IllegalStateException if it refers to what is not there
     */
    public Put put(ResourceKind kind, Slug id, Object input) {
        return put(types.get(kind), id, input);
    }

    private <E extends VersionedEntity, I, V extends View> Put put(ResourceType<E, I, V> kind, Slug id, Object input) {
        Optional<E> there = cache.find(kind, id.value());
        V before = there.map(kind::viewOf).orElse(null);
        E entity = there.orElseGet(kind::blank);
        ValidationErrors errors = new ValidationErrors();
        kind.change(entity, kind.input().cast(input), new ReferenceResolver(entities, errors, cache));
        List<ValidationError> missing = errors.all().stream()
                .filter(error -> error.code() == ErrorCode.UNKNOWN_REFERENCE).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(kind.name().token() + " " + id + ": " + missing.stream()
                    .map(ValidationError::detail).collect(Collectors.joining("; ")));
        }
        if (before == null) {
            entity.slug = id.value();
            // real times come with the number
            entity.createdAt = clock.now();
            entity.updatedAt = entity.createdAt;
            cache.keep(kind.entity(), entity);
            changes.put(entity, RevisionRow.of(kind, Operation.CREATE, id.value(), null));
            return new Put(Outcome.CREATED, errors.all(), entity);
        }
        V after = kind.viewOf(entity);
        if (Objects.equals(after, before)) {
            forget(entity);
            return new Put(Outcome.UNCHANGED, errors.all(), entity);
        }
        changes.computeIfAbsent(entity, changed -> RevisionRow.of(kind, Operation.UPDATE, entity.slug, before));
        if (!kind.above(after).equals(kind.above(before))) {
            moved.put(entity, () -> kind.settle(entity));
        }
        return new Put(Outcome.UPDATED, errors.all(), entity);
    }

    /**
     * Drops an entity that has not changed. It may hold newer titles of what it refers to; these are written with its next
     * revision.
     */
    private void forget(VersionedEntity entity) {
        if (!changes.containsKey(entity)) {
            cache.forget(entity);
        }
    }

    /** The ids of a kind that are called so elsewhere, by {@code scheme:value}. */
    public Map<String, String> identified(ResourceKind kind, Collection<String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        String query = "select i.scheme, i.value, e.slug from " + types.get(kind).entity().getSimpleName()
                + " e join e.identifiers i where i.value in ?1 order by e.pk";
        InChunks.find(values, some -> entities.createQuery(query, Object[].class).setParameter(1, some).getResultList())
                .forEach(row -> found.putIfAbsent(row[0] + ":" + row[1], (String) row[2]));
        return found;
    }

    /**
     * Gives out the numbers and writes everything, the head being locked from here to the commit.
     *
     * @return the states that begin
     */
    List<View> number(Author author, String reason) {
        if (changes.isEmpty()) {
            end = since;
            return List.of();
        }
        List<View> states = new ArrayList<>();
        LedgerHead head = LedgerHead.lock();
        lockedAt = Transactions.writersGoAlone() ? begunAt : System.nanoTime();
        boolean alone = head.number == since;
        changes.forEach((entity, row) -> {
            row.number(head, clock, author, reason);
            entity.revision = row.revision().number;
            entity.updatedAt = row.revision().recordedAt;
            if (row.creates()) {
                entity.createdAt = entity.updatedAt;
            }
            states.add(state(types.get(row.revision().kind), entity, row));
        });
        insertNew();
        entities.flush();
        moved.values().forEach(Runnable::run);
        RevisionRow.insert(changes.values(), entities);
        end = alone ? head.number : BulkSession.BROKEN;
        return states;
    }

    /** It is committed. */
    void end() {
        session.end(end, cache.all());
    }

    /** Kind after kind, so that each row stands after those that it refers to. */
    private void insertNew() {
        List<VersionedEntity> made = changes.entrySet().stream()
                .filter(change -> change.getValue().creates() && change.getKey().pk == null)
                .sorted(Comparator.comparing(change -> REFERRED_FIRST.indexOf(change.getValue().revision().kind)))
                .map(Map.Entry::getKey).toList();
        BulkInsert.insert(entities, made);
    }

    private static <E extends VersionedEntity, V extends View> V state(ResourceType<E, ?, V> kind, VersionedEntity entity, RevisionRow row) {
        V state = kind.viewOf(kind.entity().cast(entity));
        row.into(kind.datasetOf(state));
        return state;
    }

    /** Nanoseconds for which other writers have waited until now; 0 if they had no need to. */
    public long locked() {
        return changes.isEmpty() ? 0 : System.nanoTime() - lockedAt;
    }

    /** The first and the last number that were given out; nothing if none was. */
    public Optional<long[]> numbers() {
        LongSummaryStatistics numbers = changes.values().stream().mapToLong(row -> row.revision().number).summaryStatistics();
        return changes.isEmpty() ? Optional.empty() : Optional.of(new long[] {numbers.getMin(), numbers.getMax()});
    }
}
