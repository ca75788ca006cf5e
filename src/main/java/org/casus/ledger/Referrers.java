package org.casus.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.http.problem.Problem;
import org.casus.query.Field;
import org.casus.query.ReadModel;
import org.casus.query.ReadModel.Key;
import org.casus.query.View;
import org.casus.store.Transactions;
import org.casus.vocabulary.ResourceKind;

/**
 * Who refers to a resource. Most kinds are asked in the database. Events, which hold ids and of which there are many,
 * are asked of the read model, and those that it has not seen yet of the ledger.
 */
@Singleton
class Referrers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Events that may be looked at while others wait. */
    private static final int MOST_UNSEEN = 10_000;

    private final EntityManager entities;
    private final Kinds kinds;
    private final ReadModel model;
    private final Follower follower;

    Referrers(EntityManager entities, Kinds kinds, ReadModel model, Follower follower) {
        this.entities = entities;
        this.kinds = kinds;
        this.model = model;
        this.follower = follower;
    }

    /**
     * Gives reads the time to see events that were written, so that few are left to be looked at while others wait. To
     * be called where nothing is held.
     */
    void prepare(ResourceKind referred) {
        if (areInEvents(referred) && Transactions.read(this::isBehind)) {
            follower.await(Transactions.read(Head::number), PATIENCE);
        }
    }

    private boolean isBehind() {
        return !follower.ready() || !entities
                .createQuery("select number from Revision where number > ?1 and kind = EVENT and operation <> DELETE", Long.class)
                .setParameter(1, model.revision())
                .setMaxResults(1)
                .getResultList().isEmpty();
    }

    /**
     * A few of those that refer to it, as of the end of the ledger; that of the transaction's commit where the head is
     * locked.
     *
     * @throws Problem 503 if reads are too far behind to tell
     */
    List<Key> of(ResourceKind kind, Recorded referred, int most) {
        Set<Key> found = new LinkedHashSet<>();
        for (Kind<?, ?, ?> referring : kinds.all()) {
            for (String query : referring.referring(kind)) {
                entities.createQuery(query, String.class)
                        .setParameter(1, referred.pk)
                        .setMaxResults(most)
                        .getResultList()
                        .forEach(id -> found.add(new Key(referring.name(), id)));
            }
        }
        if (areInEvents(kind)) {
            found.addAll(events(new Key(kind, referred.slug), most));
        }
        return found.stream().limit(most).toList();
    }

    private static boolean areInEvents(ResourceKind referred) {
        return Field.of(ResourceKind.EVENT).stream().anyMatch(field -> field.refersTo().contains(referred));
    }

    private List<Key> events(Key referred, int most) {
        List<String> revised = entities
                .createQuery("select resource from Revision where number > ?1 and kind = EVENT", String.class)
                .setParameter(1, model.revision())
                .setMaxResults(MOST_UNSEEN + 1)
                .getResultList();
        if (!follower.ready() || revised.size() > MOST_UNSEEN) {
            throw Problem.unavailable("reads are behind the ledger, so it cannot be told who refers to it; try again", 1);
        }
        Set<Key> unseen = new LinkedHashSet<>();
        revised.forEach(id -> unseen.add(new Key(ResourceKind.EVENT, id)));
        List<Key> found = new ArrayList<>();
        model.referring(ResourceKind.EVENT, referred, most + unseen.size() + 1).stream()
                .filter(event -> !unseen.contains(event) && !event.equals(referred))
                .forEach(found::add);
        unseen.remove(referred);
        found.addAll(refer(kinds.get(ResourceKind.EVENT), unseen.stream().map(Key::id).toList(), referred));
        return found;
    }

    /** Those of some resources, as they are now, that refer. */
    private <E extends Recorded, V extends View> List<Key> refer(Kind<E, ?, V> kind, List<String> ids, Key referred) {
        List<Key> found = new ArrayList<>();
        Portions.find(ids, some -> entities
                .createQuery("from " + kind.entity().getSimpleName() + " where slug in ?1", kind.entity())
                .setParameter(1, some)
                .getResultList()).forEach(entity -> {
                    if (kind.project(kind.viewOf(entity)).refersTo(referred.kind(), referred.id())) {
                        found.add(new Key(kind.name(), entity.slug));
                    }
                    // asked again in this transaction, it is to be read again
                    entities.detach(entity);
                });
        return found;
    }
}
