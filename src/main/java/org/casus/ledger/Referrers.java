package org.casus.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.http.problem.Problem;
import org.casus.query.ReadModel;
import org.casus.query.ReadModel.Key;
import org.casus.vocabulary.ResourceKind;

/**
 * Who refers to a resource. Most kinds are asked in the database; events, which hold ids and of which there are many,
 * are asked of the read model, once it has seen every event that may have come to refer.
 */
@Singleton
class Referrers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
     * A few of those that refer to it, as of the end of the ledger; that of the transaction's commit where the head is
     * locked.
     *
     * @throws Problem 503 if reads are too far behind to tell
     */
    List<Key> of(ResourceKind kind, Recorded referred, int most) {
        List<Key> found = new ArrayList<>();
        for (Kind<?, ?, ?> referring : kinds.all()) {
            for (String query : referring.referring(kind)) {
                entities.createQuery(query, String.class)
                        .setParameter(1, referred.pk)
                        .setMaxResults(most)
                        .getResultList()
                        .forEach(id -> found.add(new Key(referring.name(), id)));
            }
        }
        found.addAll(events(new Key(kind, referred.slug), most));
        return found.stream().distinct().limit(most).toList();
    }

    private List<Key> events(Key referred, int most) {
        if (!follower.ready() || isBehind() && !follower.await(Head.number(), PATIENCE)) {
            throw Problem.unavailable("reads are behind the ledger, so it cannot be told who refers to it; try again", 1);
        }
        Set<Key> gone = new HashSet<>();
        entities.createQuery("select resource from Revision where number > ?1 and kind = EVENT", String.class)
                .setParameter(1, model.revision())
                .getResultStream()
                .forEach(id -> gone.add(new Key(ResourceKind.EVENT, id)));
        gone.add(referred);
        return model.referring(ResourceKind.EVENT, referred, most + gone.size()).stream()
                .filter(event -> !gone.contains(event))
                .toList();
    }

    /** Whether events have been written that reads do not see; those that have been deleted are known by the ledger. */
    private boolean isBehind() {
        return !entities.createQuery("select number from Revision where number > ?1 and kind = EVENT and operation <> DELETE",
                        Long.class)
                .setParameter(1, model.revision())
                .setMaxResults(1)
                .getResultList().isEmpty();
    }
}
