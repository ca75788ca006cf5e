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
 * The one write path. A change and its revision are one transaction: when a method returns, both are durable; when
 * it throws, neither is there.
 */
@Singleton
public class WriteService {

    /** Two writers may meet (the same new id, a reference to what is being deleted): who lost looks again. */
    private static final int TRIES = 4;
    /** The column in which ids are unique. */
    private static final String SLUG = "slug";

    private final EntityManager entities;
    private final ResourceTypes types;
    private final ReferrerFinder referrerFinder;
    private final InputReader reader;
    private final LedgerClock clock;
    private final SlugMaker slugs;
    private final Follower follower;
    private final CommittedStateCache fresh;

    WriteService(EntityManager entities, ResourceTypes types, ReferrerFinder referrerFinder, InputReader reader, LedgerClock clock, SlugMaker slugs,
            Follower follower, CommittedStateCache fresh) {
        this.entities = entities;
        this.types = types;
        this.referrerFinder = referrerFinder;
        this.reader = reader;
        this.clock = clock;
        this.slugs = slugs;
        this.follower = follower;
        this.fresh = fresh;
    }

    /** @throws Problem 409 if the id is taken, 422 if the body breaks rules */
    public <E extends VersionedEntity, I, V extends View> WriteResult create(ResourceType<E, I, V> type, ObjectNode body,
            Author author, String reason) {
        return one(author, reason, transaction -> transaction.create(type, body));
    }

    /** @throws Problem 412 or 428 by the precondition, 422 if the body breaks rules */
    public <E extends VersionedEntity, I, V extends View> WriteResult put(ResourceType<E, I, V> type, Slug id, ObjectNode body,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.put(type, id, body, precondition));
    }

    /** @throws Problem 404 or 410 if there is nothing to patch, 412 or 428, 422 */
    public <E extends VersionedEntity, I, V extends View> WriteResult patch(ResourceType<E, I, V> type, Slug id, ObjectNode patch,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.patch(type, id, patch, precondition));
    }

    /** @throws Problem 404 or 410, 412 or 428, 409 if something refers to it */
    public <E extends VersionedEntity, I, V extends View> WriteResult delete(ResourceType<E, I, V> type, Slug id,
            Precondition precondition, Author author, String reason) {
        return one(author, reason, transaction -> transaction.delete(type, id, precondition));
    }

    private WriteResult one(Author author, String reason, Consumer<WriteTransaction> change) {
        return write(author, reason, change).get(0);
    }

    /**
     * Several changes, a deletion being alone, in one transaction, with consecutive numbers. The changes may run more
     * than once until they are committed, so they do nothing but call the batch.
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
     * Many changes, none of them a deletion, in one transaction, with consecutive numbers. The follower comes to them in
     * its own time, so that it takes several such transactions at once; who needs them seen awaits that.
     *
     * @param session that this is the next batch of
     * @param changes called again where other writers were in the way, so it does nothing but call what it is given
     * @param record what else belongs to the transaction, called when the numbers are given
     */
    public <T> T load(Author author, String reason, BulkSession session, Function<BulkTransaction, T> changes, BiConsumer<BulkTransaction, T> record) {
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
     * @param states that began
     * @param committed to be told that it is committed
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
                // a violation that is still there after so many tries has no other writer behind it
                if (!isContention(e) && (last || !mayBeRace(e))) {
                    throw e;
                }
            }
        }
    }

    /** Whether another transaction held or changed what this one needed. */
    private static boolean isContention(PersistenceException e) {
        return e instanceof OptimisticLockException || e instanceof LockAcquisitionException
                || e.getCause() instanceof LockAcquisitionException;
    }

    /**
     * Whether another writer may have broken the rule just before: it took the id, deleted what this one refers to, or referred to
     * what this one deletes. The next try sees what it did. No other rule can be broken by a race.
     */
    private static boolean mayBeRace(PersistenceException e) {
        return IntegrityViolation.causeOf(e)
                .filter(violation -> violation.isDuplicate(SLUG) || violation.isReference())
                .isPresent();
    }
}
