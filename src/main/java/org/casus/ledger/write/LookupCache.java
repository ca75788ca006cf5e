package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.ledger.VersionedEntity;

/** The entities that a {@link BulkTransaction} has looked up or created. No entity is queried twice, and many can be queried together. */
final class LookupCache implements ReferenceResolver.Memory {

    private final EntityManager entities;
    private final BulkSession session;
    private final Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> known = new HashMap<>();
    private final Map<Class<? extends VersionedEntity>, Set<String>> looked = new HashMap<>();

    LookupCache(EntityManager entities, BulkSession session) {
        this.entities = entities;
        this.session = session;
    }

    /** Queries the entities with these ids, except for those that were queried before. */
    <E extends VersionedEntity> void look(ResourceType<E, ?, ?> kind, Collection<String> ids) {
        Set<String> unasked = new LinkedHashSet<>(ids);
        unasked.removeAll(looked.computeIfAbsent(kind.entity(), type -> new LinkedHashSet<>()));
        if (unasked.isEmpty()) {
            return;
        }
        looked.get(kind.entity()).addAll(unasked);
        VersionedEntity.listBySlug(kind.entity(), unasked).forEach(entity -> keep(kind.entity(), entity));
    }

    /** Returns whether a resource exists. An entity that an earlier transaction of the session has cached needs no query. */
    boolean has(ResourceType<?, ?, ?> kind, String id) {
        return session.met(kind.entity(), id).isPresent() || find(kind, id).isPresent();
    }

    /** Returns the managed or new entity with that id, which may be changed in this transaction. */
    <E extends VersionedEntity> Optional<E> find(ResourceType<E, ?, ?> kind, String id) {
        look(kind, Set.of(id));
        return Optional.ofNullable(of(kind.entity()).get(id)).map(kind.entity()::cast);
    }

    private Map<String, VersionedEntity> of(Class<? extends VersionedEntity> type) {
        return known.computeIfAbsent(type, unknown -> new HashMap<>());
    }

    @Override
    public Optional<VersionedEntity> recall(Class<? extends VersionedEntity> type, String id) {
        return Optional.ofNullable(of(type).get(id)).or(() -> session.met(type, id));
    }

    @Override
    public void keep(Class<? extends VersionedEntity> type, VersionedEntity found) {
        of(type).put(found.slug, found);
    }

    /** Detaches an entity and removes it, so that the next lookup queries it again. */
    void forget(VersionedEntity entity) {
        entities.detach(entity);
        of(entity.getClass()).remove(entity.slug);
        looked.get(entity.getClass()).remove(entity.slug);
    }

    /** Returns all entities by type and id. */
    Map<Class<? extends VersionedEntity>, Map<String, VersionedEntity>> all() {
        return known;
    }
}
