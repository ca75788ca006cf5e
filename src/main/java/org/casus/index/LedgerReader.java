package org.casus.index;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.casus.ledger.CommittedStateCache;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.ledger.VersionedEntity;
import org.casus.ledger.write.ResourceType;
import org.casus.ledger.write.ResourceTypes;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projections;
import org.casus.readmodel.ReadModel.Superseded;
import org.casus.readmodel.names.Directory;
import org.casus.store.Transactions;

/** Reads the ledger and the entities for the indexer: documents one page at a time, directory entries all at once. */
@Singleton
class LedgerReader {

    private static final int PAGE = 1_000;
    /** The number of primary keys that one thread reads in one transaction. */
    private static final long STRETCH = 20_000;

    private final EntityManager entities;
    private final ResourceTypes types;
    private final Projections projections;
    private final CommittedStateCache fresh;
    private final LedgerClock clock;

    LedgerReader(EntityManager entities, ResourceTypes types, Projections projections, CommittedStateCache fresh, LedgerClock clock) {
        this.entities = entities;
        this.types = types;
        this.projections = projections;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** Runs a read in one transaction that sees a single state of the database throughout. */
    <T> T consistently(Supplier<T> reading) {
        return Transactions.readOneState(reading);
    }

    /** Returns the number of the latest revision. */
    long head() {
        LedgerHead head = LedgerHead.read();
        // advance this node's clock to the latest time recorded by any node
        clock.see(head.recordedAt);
        return head.number;
    }

    /** Passes the ledger rows after one revision and up to another to the consumer, in order, one page at a time. */
    void rows(long after, long upTo, Consumer<List<Revision>> pages) {
        pages(from -> entities.createQuery("from Revision where number > ?1 and number <= ?2 order by number", Revision.class)
                .setParameter(1, from)
                .setParameter(2, upTo), row -> row.number, after, pages);
    }

    /** Passes the states that were superseded after one revision and up to another to the consumer, one page at a time. */
    void superseded(long after, long upTo, Consumer<List<Superseded>> pages) {
        endings(after, upTo, page -> pages.accept(page.stream().map(this::superseded).toList()));
    }

    private void endings(long after, long upTo, Consumer<List<SupersededState>> pages) {
        pages(from -> entities.createQuery("from SupersededState e join fetch e.revision where e.number > ?1 and e.number <= ?2"
                        + " order by e.number", SupersededState.class)
                .setParameter(1, from)
                .setParameter(2, upTo), ended -> ended.number, after, pages);
    }

    /**
     * Reads all results of a query by keyset paging.
     *
     * @param query returns the rows after a number, in ascending order of that number
     */
    private <T> void pages(LongFunction<TypedQuery<T>> query, ToLongFunction<T> number, long after, Consumer<List<T>> pages) {
        List<T> page;
        long from = after;
        do {
            page = query.apply(from).setMaxResults(PAGE).getResultList();
            if (!page.isEmpty()) {
                from = number.applyAsLong(page.get(page.size() - 1));
                pages.accept(page);
                entities.clear();
            }
        } while (page.size() == PAGE);
    }

    private Superseded superseded(SupersededState ended) {
        Optional<String> reason = ended.revision.operation == Operation.DELETE
                ? Optional.of(Objects.requireNonNullElse(ended.revision.reason, "no reason was given"))
                : Optional.empty();
        return new Superseded(projections.project(ended.kind, stateOf(ended)), ended.number, reason);
    }

    private View stateOf(SupersededState ended) {
        return StateJson.read(ended.state, types.get(ended.kind).view());
    }

    /**
     * Reads the documents of those resources among the given ids that exist.
     *
     * @param ids each with the revision at which its state began, or 0 if that is not known
     */
    void documents(ResourceKind kind, Map<String, Long> ids, Consumer<List<Document>> pages) {
        List<Map.Entry<String, Long>> all = List.copyOf(ids.entrySet());
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.accept(documents(types.get(kind), all.subList(from, Math.min(from + PAGE, all.size()))));
            entities.clear();
        }
    }

    /** Drops the cached states of revisions up to the given one, all of which have been read. */
    void forget(long upTo) {
        fresh.forget(upTo);
    }

    /**
     * Reads the documents of all resources of a type, one page at a time. Each range of primary keys is read in its own
     * transaction.
     *
     * @param pages called by several threads concurrently, in no particular order
     */
    void allDocuments(ResourceKind kind, Consumer<List<Document>> pages) {
        long last = consistently(() -> VersionedEntity.lastKey(types.get(kind).entity()));
        ExecutorService lanes = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        AtomicBoolean enough = new AtomicBoolean();
        try {
            List<Future<?>> stretches = new ArrayList<>();
            for (long from = 0; from < last; from += STRETCH) {
                long after = from;
                long upTo = Math.min(last, after + STRETCH);
                stretches.add(lanes.submit(() -> stretch(types.get(kind), after, upTo, pages, enough)));
            }
            for (Future<?> stretch : stretches) {
                stretch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the " + kind.collection() + " cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading the " + kind.collection(), e);
        } finally {
            enough.set(true);
            end(lanes);
        }
    }

    /**
     * Waits for running tasks without interrupting them. Interrupting a thread inside Lucene's {@code IndexWriter} closes
     * the writer for good, and a task left running could write old states after a retry has written newer ones.
     */
    private static void end(ExecutorService lanes) {
        lanes.shutdown();
        boolean interrupted = false;
        while (!lanes.isTerminated()) {
            try {
                lanes.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <E extends VersionedEntity, V extends View> void stretch(ResourceType<E, ?, V> type, long after, long upTo,
            Consumer<List<Document>> pages, AtomicBoolean enough) {
        consistently(() -> {
            long key = after;
            while (key < upTo && !enough.get()) {
                List<E> page = VersionedEntity.listByKey(type.entity(), key, upTo, PAGE);
                if (page.isEmpty()) {
                    break;
                }
                pages.accept(page.stream().map(entity -> projections.project(type.name(), type.viewOf(entity))).toList());
                key = page.get(page.size() - 1).pk;
                // entities that the page refers to stay attached, because the following pages refer to many of them as well
                page.forEach(entities::detach);
            }
            return null;
        });
    }

    private <E extends VersionedEntity, V extends View> List<Document> documents(
            ResourceType<E, ?, V> type, Collection<Map.Entry<String, Long>> ids) {
        List<Document> documents = new ArrayList<>();
        states(type, ids, state -> documents.add(projections.project(type.name(), state)));
        return documents;
    }

    private <E extends VersionedEntity, V extends View> void states(
            ResourceType<E, ?, V> type, Collection<Map.Entry<String, Long>> ids, Consumer<V> take) {
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, Long> one : ids) {
            fresh.at(one.getValue()).map(type.view()::cast).ifPresentOrElse(take, () -> others.add(one.getKey()));
        }
        VersionedEntity.listBySlug(type.entity(), others).forEach(entity -> take.accept(type.viewOf(entity)));
    }

    /** Records in the directory every entry that the ledger and the entities hold after a revision. */
    void fill(Directory directory, long after) {
        if (after == 0) {
            Directory.KINDS.forEach(kind -> fill(directory, types.get(kind)));
            return;
        }
        // select by number alone: if the query also filters by resource type, a database may scan every row of that type
        Map<ResourceKind, Map<String, Long>> changed = new EnumMap<>(ResourceKind.class);
        long head = head();
        rows(after, head, page -> page.stream().filter(row -> Directory.KINDS.contains(row.kind))
                .forEach(row -> changed.computeIfAbsent(row.kind, kind -> new TreeMap<>()).put(row.resource, row.number)));
        if (changed.isEmpty()) {
            return;
        }
        Map<ResourceKind, EntryHistory> pasts = new EnumMap<>(ResourceKind.class);
        changed.keySet().forEach(kind -> pasts.put(kind, new EntryHistory(kind, projections)));
        endings(after, head, page -> page.stream().filter(ended -> changed.containsKey(ended.kind))
                .forEach(ended -> pasts.get(ended.kind).add(ended, stateOf(ended))));
        changed.forEach((kind, some) -> {
            EntryHistory history = pasts.get(kind);
            now(types.get(kind), some, history);
            history.into(directory);
        });
    }

    private <E extends VersionedEntity, V extends View> void now(ResourceType<E, ?, V> type, Map<String, Long> changed,
            EntryHistory history) {
        states(type, changed.entrySet(), history::add);
        entities.clear();
    }

    /**
     * Records the entries of all resources of a type. Only entries are kept in memory, because the states of long
     * histories may be large.
     */
    private <E extends VersionedEntity, V extends View> void fill(Directory directory, ResourceType<E, ?, V> type) {
        EntryHistory history = new EntryHistory(type.name(), projections);
        pages(from -> entities.createQuery("from SupersededState e join fetch e.revision where e.kind = ?1 and e.number > ?2"
                        + " order by e.number", SupersededState.class)
                .setParameter(1, type.name())
                .setParameter(2, from), ended -> ended.number, 0, page -> page.forEach(ended -> history.add(ended, stateOf(ended))));
        List<E> page;
        long from = 0;
        do {
            page = VersionedEntity.listByKey(type.entity(), from, Long.MAX_VALUE, PAGE);
            for (E entity : page) {
                history.add(type.viewOf(entity));
                from = entity.pk;
            }
            entities.clear();
        } while (page.size() == PAGE);
        history.into(directory);
    }
}
