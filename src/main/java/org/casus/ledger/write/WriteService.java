package org.casus.ledger.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.CommittedStateCache;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.store.IntegrityViolation;
import org.casus.store.Transactions;
import org.casus.store.WriterTimeoutException;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.exception.LockAcquisitionException;

/**
 * The service through which all resources are written. A change and its revision are written in one transaction: when a method
 * returns, both are durable; when it throws, neither is stored.
 */
@Singleton
public class WriteService {

    /**
     * The number of attempts. Two writers may conflict: both create the same id, or one refers to a resource that the other deletes.
     * The loser reads the state again and retries.
     */
    private static final int TRIES = 4;
    /** The column of the ids, which has a unique constraint. */
    private static final String SLUG = "slug";

    private final EntityManager entities;
    private final ResourceTypes types;
    private final ReferrerFinder referrerFinder;
    private final InputReader reader;
    private final LedgerClock clock;
    private final SlugMaker slugs;
    private final Follower follower;
    private final CommittedStateCache fresh;

    WriteService(EntityManager entities, ResourceTypes types, ReferrerFinder referrerFinder, InputReader reader, LedgerClock clock,
            SlugMaker slugs, Follower follower, CommittedStateCache fresh) {
        this.entities = entities;
        this.types = types;
        this.referrerFinder = referrerFinder;
        this.reader = reader;
        this.clock = clock;
        this.slugs = slugs;
        this.follower = follower;
        this.fresh = fresh;
    }

    /**
     * Creates a resource.
     *
     * @throws Problem 409 if the id is taken, 422 if the body is invalid
     */
    public <E extends VersionedEntity, I, V extends View> WriteResult create(ResourceType<E, I, V> type, ObjectNode body,
            Author author, String reason) {
        return one(author, reason, transaction -> transaction.create(type, body));
    }

    /**
     * Creates or replaces a resource.
     *
     * @throws Problem 412 or 428 if the precondition fails or is missing, 422 if the body is invalid
     */
    public <E extends VersionedEntity, I, V extends View> WriteResult put(ResourceType<E, I, V> type, Slug id, ObjectNode body,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.put(type, id, body, precondition));
    }

    /**
     * Applies a merge patch to a resource.
     *
     * @throws Problem 404 or 410 if the resource does not exist or was deleted, 412 or 428 if the precondition fails or is missing, 422
     *         if the patch is invalid
     */
    public <E extends VersionedEntity, I, V extends View> WriteResult patch(ResourceType<E, I, V> type, Slug id, ObjectNode patch,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.patch(type, id, patch, precondition));
    }

    /**
     * Deletes a resource.
     *
     * @throws Problem 404 or 410 if the resource does not exist or was deleted, 412 or 428 if the precondition fails or is missing, 409
     *         if another resource refers to it
     */
    public <E extends VersionedEntity, I, V extends View> WriteResult delete(ResourceType<E, I, V> type, Slug id,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.delete(type, id, precondition));
    }

    private WriteResult one(Author author, String reason, Consumer<WriteTransaction> change) {
        return write(author, reason, change).get(0);
    }

    /**
     * Writes several changes in one transaction and gives them consecutive revision numbers. A deletion must be the only change.
     *
     * @param changes called again if the transaction is retried, so it must do nothing but call the transaction
     */
    public List<WriteResult> write(Author author, String reason, Consumer<WriteTransaction> changes) {
        List<WriteResult> made = attempt(() -> {
            WriteTransaction transaction = new WriteTransaction(entities, referrerFinder, reader, clock, slugs);
            changes.accept(transaction);
            List<WriteResult> written = transaction.number(author, reason);
            return new Attempt<>(written, written.stream().flatMap(one -> one.began().stream()).toList(),
                    () -> { });
        });
        follower.wake();
        return made;
    }

    /**
     * Writes many changes, none of them a deletion, in one transaction and gives them consecutive revision numbers. The follower is not
     * notified, so that it can apply several such transactions together; a caller that needs them visible waits for the follower.
     *
     * @param session the bulk session to which the transaction belongs
     * @param changes called again if the transaction is retried, so it must do nothing but call the transaction
     * @param record writes other rows in the same transaction; called after the revision numbers are assigned
     */
    public <T> T load(Author author, String reason, BulkSession session, Function<BulkTransaction, T> changes,
            BiConsumer<BulkTransaction, T> record) {
        return attempt(() -> {
            BulkTransaction transaction = new BulkTransaction(entities, types, clock, session);
            T made = changes.apply(transaction);
            List<View> states = transaction.number(author, reason);
            record.accept(transaction, made);
            entities.flush();
            return new Attempt<>(made, states, transaction::end);
        });
    }

    /**
     * The result of an attempt.
     *
     * @param states the new states
     * @param committed called after the commit
     */
    private record Attempt<T>(T made, List<View> states, Runnable committed) {
    }

    private <T> T attempt(Supplier<Attempt<T>> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                Attempt<T> written = Transactions.write(() -> {
                    entities.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
                    return write.get();
                });
                written.committed.run();
                written.states.forEach(fresh::add);
                return written.made;
            } catch (WriterTimeoutException e) {
                throw Problem.unavailable(e.getMessage() + "; try again", 1);
            } catch (PersistenceException e) {
                boolean last = attempt == TRIES;
                if (isContention(e) && last) {
                    throw Problem.unavailable("other writers were in the way " + TRIES + " times; try again", 1);
                }
                // a violation that remains after all attempts was not caused by another writer
                if (!isContention(e) && (last || !mayBeRace(e))) {
                    throw e;
                }
            }
        }
    }

    /** Returns whether another transaction held a lock or changed a row that this one needed. */
    private static boolean isContention(PersistenceException e) {
        return e instanceof OptimisticLockException || e instanceof LockAcquisitionException
                || e.getCause() instanceof LockAcquisitionException;
    }

    /**
     * Returns whether a concurrent writer may have caused a constraint violation: it has used the same id, deleted a resource to which
     * this change refers, or referred to the resource that this change deletes. The next attempt sees the committed change. A race
     * cannot violate any other constraint.
     */
    private static boolean mayBeRace(PersistenceException e) {
        return IntegrityViolation.causeOf(e)
                .filter(violation -> violation.isDuplicate(SLUG) || violation.isReference())
                .isPresent();
    }
}
