package org.casus.ledger.write;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.ledger.InChunks;
import org.casus.ledger.Revision;
import org.casus.ledger.SupersededState;
import org.casus.ledger.VersionedEntity;
import org.casus.model.ResourceKind;

/**
 * Finds the revisions of a resource: those at which its superseded states began and ended, and the one at which its current state
 * began. Must be called in a transaction.
 */
@Singleton
public class ResourceHistory {

    private final EntityManager entities;
    private final ResourceTypes types;

    ResourceHistory(EntityManager entities, ResourceTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** Returns whether a resource exists or has ever existed. */
    public boolean knows(ResourceKind kind, String id) {
        return present(kind, id).isPresent() || SupersededState.lastOf(kind, id).isPresent();
    }

    /** Returns the first revisions of a resource after one number and up to another, in ascending order. */
    public List<Revision> of(ResourceKind kind, String id, long after, long upTo, int most) {
        // read the current state first: if it is superseded before the next query, that query finds it
        Optional<Long> present = present(kind, id);
        List<SupersededState> endings = entities.createQuery("from SupersededState where kind = ?1 and resource = ?2 and number > ?3"
                        + " order by number", SupersededState.class)
                .setParameter(1, kind)
                .setParameter(2, id)
                .setParameter(3, after)
                .setMaxResults(most)
                .getResultList();
        List<Long> numbers = Stream.concat(endings.stream().flatMap(ended -> Stream.of(ended.began, ended.number)), present.stream())
                .filter(number -> number > after && number <= upTo)
                .sorted().distinct().limit(most).toList();
        return InChunks.find(numbers, some -> Revision.<Revision>list("number in ?1 order by number", some));
    }

    private Optional<Long> present(ResourceKind kind, String id) {
        return VersionedEntity.findBySlug(types.get(kind).entity(), id, LockModeType.NONE).map(entity -> entity.revision);
    }
}
