package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.ledger.Recorded;

/** What a {@link Bulk} has looked up and made, so that nothing is asked for twice, and many things are at once. */
final class Known implements References.Memory {

    private final EntityManager entities;
    private final Run run;
    private final Map<Class<? extends Recorded>, Map<String, Recorded>> known = new HashMap<>();
    private final Map<Class<? extends Recorded>, Set<String>> looked = new HashMap<>();

    Known(EntityManager entities, Run run) {
        this.entities = entities;
        this.run = run;
    }

    /** Looks up those that were not looked up before. */
    <E extends Recorded> void look(Kind<E, ?, ?> kind, Collection<String> ids) {
        Set<String> unasked = new LinkedHashSet<>(ids);
        unasked.removeAll(looked.computeIfAbsent(kind.entity(), type -> new LinkedHashSet<>()));
        if (unasked.isEmpty()) {
            return;
        }
        looked.get(kind.entity()).addAll(unasked);
        Recorded.listBySlug(kind.entity(), unasked).forEach(entity -> keep(kind.entity(), entity));
    }

    boolean has(Kind<?, ?, ?> kind, String id) {
        return run.met(kind.entity(), id).isPresent() || find(kind, id).isPresent();
    }

    /** The entity, to be read or changed in this transaction. */
    <E extends Recorded> Optional<E> find(Kind<E, ?, ?> kind, String id) {
        look(kind, Set.of(id));
        return Optional.ofNullable(of(kind.entity()).get(id)).map(kind.entity()::cast);
    }

    private Map<String, Recorded> of(Class<? extends Recorded> type) {
        return known.computeIfAbsent(type, unknown -> new HashMap<>());
    }

    @Override
    public Optional<Recorded> recall(Class<? extends Recorded> type, String id) {
        return Optional.ofNullable(of(type).get(id)).or(() -> run.met(type, id));
    }

    @Override
    public void keep(Class<? extends Recorded> type, Recorded found) {
        of(type).put(found.slug, found);
    }

    /** Is to be looked up again, should it be asked for. */
    void forget(Recorded entity) {
        entities.detach(entity);
        of(entity.getClass()).remove(entity.slug);
        looked.get(entity.getClass()).remove(entity.slug);
    }

    Map<Class<? extends Recorded>, Map<String, Recorded>> all() {
        return known;
    }
}
