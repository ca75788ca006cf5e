package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The base class of entities whose changes the ledger records. It has an internal key, a public id and the current revision. */
@MappedSuperclass
public abstract class VersionedEntity extends PanacheEntityBase {

    /** The primary key, which clients never see. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "casus_key")
    @SequenceGenerator(name = "casus_key", sequenceName = "casus_key", allocationSize = 50)
    public Long pk;

    /** The public id. */
    @Column(updatable = false)
    public String slug;

    /** The revision at which the current state began. */
    public long revision;

    public Instant createdAt;

    /** The time at which the current state was recorded. */
    public Instant updatedAt;

    /** Returns the entity with this public id, with the given lock mode. */
    public static <E extends VersionedEntity> Optional<E> findBySlug(Class<E> type, String slug, LockModeType lock) {
        return Panache.getSession().createSelectionQuery("where slug = ?1", type)
                .setParameter(1, slug)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Returns the entities with these public ids, in no particular order. */
    public static <E extends VersionedEntity> List<E> listBySlug(Class<E> type, Collection<String> slugs) {
        return InChunks.find(slugs, some -> Panache.getSession().createSelectionQuery("where slug in ?1", type)
                .setParameter(1, some)
                .getResultList());
    }

    /** Returns the greatest primary key, or 0 if there is no entity. */
    public static long lastKey(Class<? extends VersionedEntity> type) {
        return Panache.getSession().createSelectionQuery("order by pk desc", type)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(last -> last.pk)
                .orElse(0L);
    }

    /** Returns the first entities with a primary key after one key and up to another, in the order of their keys. */
    public static <E extends VersionedEntity> List<E> listByKey(Class<E> type, long after, long upTo, int most) {
        return Panache.getSession().createSelectionQuery("where pk > ?1 and pk <= ?2 order by pk", type)
                .setParameter(1, after)
                .setParameter(2, upTo)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns the public id of an entity; null for null. */
    public static String slugOf(VersionedEntity entity) {
        return entity == null ? null : entity.slug;
    }

    /** Returns whether two entities of a type are the same resource, even if they were loaded by different sessions. */
    public static boolean areSame(VersionedEntity one, VersionedEntity other) {
        return one == other || one != null && other != null && Objects.equals(one.slug, other.slug);
    }
}
