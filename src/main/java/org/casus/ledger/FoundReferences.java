package org.casus.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.HashSet;
import java.util.Set;
import org.casus.query.ReadModel.Key;
import org.casus.vocabulary.ResourceKind;

/**
 * What a transaction found there to refer to. If another one deletes any of it meanwhile, that is seen under the lock
 * of the head, as {@link Referrers} sees there what another one came to refer to. So of two that meet, the second gives
 * way, on one node and on several, with foreign keys and without.
 */
final class FoundReferences {

    private final EntityManager entities;
    private final Set<Key> found = new HashSet<>();
    private final long since = Head.number();

    FoundReferences(EntityManager entities) {
        this.entities = entities;
    }

    /** The end of the ledger before anything was looked for. */
    long since() {
        return since;
    }

    void add(ResourceKind kind, String id) {
        found.add(new Key(kind, id));
    }

    /**
     * @param head locked
     * @throws OptimisticLockException if something has been deleted meanwhile
     */
    void check(Head head) {
        if (head.number == since || found.isEmpty()) {
            return;
        }
        entities.createQuery("select kind, resource from Revision where number > ?1 and operation = DELETE", Object[].class)
                .setParameter(1, since)
                .getResultStream()
                .map(deleted -> new Key((ResourceKind) deleted[0], (String) deleted[1]))
                .filter(found::contains)
                .findFirst()
                .ifPresent(deleted -> {
                    throw new OptimisticLockException(deleted + " was deleted meanwhile");
                });
    }
}
