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
 * A transaction with many changes and few queries: the entities are looked up together and written together at the end. It is meant
 * for input made from files. A rule whose violation rejects the request of a client is only reported here, in {@link Put#broken()}.
 */
public final class BulkTransaction {

    /** The resource types in the order of insertion: each follows the types to which its rows refer. */
    private static final List<ResourceKind> REFERRED_FIRST = List.of(ResourceKind.DATASET, ResourceKind.SOURCE,
            ResourceKind.EVENT_TYPE, ResourceKind.PLACE, ResourceKind.ACTOR, ResourceKind.EVENT, ResourceKind.STATEMENT);

    private final EntityManager entities;
    private final ResourceTypes types;
    private final LedgerClock clock;
    private final BulkSession session;
    private final LookupCache cache;
    /**
     * The changes by the entity that they change. An entity gets at most one revision in a transaction, since nobody could ever see an
     * intermediate state.
     */
    private final Map<VersionedEntity, RevisionRow> changes = new LinkedHashMap<>();
    /** The entities whose parents in a hierarchy have changed, with the checks to run before the commit. */
    private final Map<VersionedEntity, Runnable> moved = new LinkedHashMap<>();
    /** The last revision number before the first lookup. */
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

    /** The result of a put; {@code broken} contains the rules of the resource type that the input violates and that were tolerated. */
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

        /** Returns the revision at which the state began. It is known once the transaction is numbered. */
        public long revision() {
            return entity.revision;
        }
    }

    /** Looks up several resources together, so that later calls need no query for each of them. */
    public void expect(ResourceKind kind, Collection<String> ids) {
        cache.look(types.get(kind), ids);
    }

    /** Returns whether a resource exists now. */
    public boolean has(ResourceKind kind, String id) {
        return cache.has(types.get(kind), id);
    }

    /** Returns the bulk session that this transaction belongs to. */
    public BulkSession session() {
        return session;
    }

    /** Returns the current state of a resource, if it exists. */
    public <V extends View> Optional<V> state(ResourceKind kind, String id, Class<V> type) {
        return stateOf(types.get(kind), id).map(type::cast);
    }

    private <E extends VersionedEntity, V extends View> Optional<V> stateOf(ResourceType<E, ?, V> kind, String id) {
        return cache.find(kind, id).map(kind::viewOf);
    }

    /** Returns the ids of the direct parents of a resource, in a hierarchy without cycles. */
    public List<String> parentsOf(ResourceKind kind, String id) {
        return parentsOf(types.get(kind), id);
    }

    private <E extends VersionedEntity, V extends View> List<String> parentsOf(ResourceType<E, ?, V> kind, String id) {
        return cache.find(kind, id).map(kind::viewOf).map(kind::parentsOf).orElse(List.of()).stream().map(Reference::id).toList();
    }

    /** Returns the last operation on a resource, if it is part of this transaction or of an earlier revision of the given import. */
    public Optional<Operation> doneByImport(long importId, ResourceKind kind, String id) {
        Optional<VersionedEntity> entity = cache.find(types.get(kind), id).map(VersionedEntity.class::cast);
        Optional<Revision> here = entity.map(changes::get).map(RevisionRow::revision);
        return here.or(() -> entity.map(versionedEntity -> Revision.<Revision>findById(versionedEntity.revision))
                .filter(last -> Objects.equals(importId, last.importId))).map(last -> last.operation);
    }

    /**
     * Creates or replaces a resource.
     *
     * @throws IllegalStateException if the input refers to a resource that does not exist
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
            // provisional: the recorded time is set with the revision number
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
        if (!kind.parentsOf(after).equals(kind.parentsOf(before))) {
            moved.put(entity, () -> kind.refuseCycles(entity));
        }
        return new Put(Outcome.UPDATED, errors.all(), entity);
    }

    /**
     * Detaches an entity whose state has not changed. The entity may hold newer titles of the resources to which it refers, and these
     * must not be written before its next revision.
     */
    private void forget(VersionedEntity entity) {
        if (!changes.containsKey(entity)) {
            cache.forget(entity);
        }
    }

    /**
     * Finds resources by their identifiers in other systems. If several resources have the same identifier, the one with the smallest
     * primary key is returned.
     *
     * @return ids by {@code scheme:value}; entries of other schemes with the same value may be among them
     */
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
     * Numbers the changes and writes everything. The ledger head is locked from here until the commit.
     *
     * @return the new states
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

    /** Tells the session that the transaction is committed. */
    void end() {
        session.end(end, cache.all());
    }

    /** Inserts the new entities, one resource type after another, so that each row follows the rows to which it refers. */
    private void insertNew() {
        List<VersionedEntity> made = changes.entrySet().stream()
                .filter(change -> change.getValue().creates() && change.getKey().pk == null)
                .sorted(Comparator.comparing(change -> REFERRED_FIRST.indexOf(change.getValue().revision().kind)))
                .map(Map.Entry::getKey).toList();
        BulkInsert.insert(entities, made);
    }

    private static <E extends VersionedEntity, V extends View> V state(ResourceType<E, ?, V> kind, VersionedEntity entity,
            RevisionRow row) {
        V state = kind.viewOf(kind.entity().cast(entity));
        row.into(kind.datasetOf(state));
        return state;
    }

    /** Returns for how many nanoseconds this transaction has blocked other writers so far; 0 if it did not need the lock. */
    public long locked() {
        return changes.isEmpty() ? 0 : System.nanoTime() - lockedAt;
    }

    /** Returns the first and the last revision number of this transaction; empty if it has no changes. */
    public Optional<long[]> numbers() {
        LongSummaryStatistics numbers = changes.values().stream().mapToLong(row -> row.revision().number).summaryStatistics();
        return changes.isEmpty() ? Optional.empty() : Optional.of(new long[] {numbers.getMin(), numbers.getMax()});
    }
}
