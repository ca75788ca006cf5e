package org.casus.ledger.write;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ValidationError;

/** Refuses changes that would close a cycle in a hierarchy. */
public final class CycleCheck {

    private CycleCheck() {
    }

    /**
     * Visits all ancestors of a key and fails if the key is among them. Call it while the ledger head is locked, so that no concurrent
     * writer can close a cycle by changing another entity.
     *
     * @param above returns the keys of the direct parents of a key; use {@link #ask} to query them
     * @throws Problem 422 if the key is its own ancestor
     */
    public static <K> void refuse(K key, String pointer, String detail, Function<K, List<K>> above) {
        Set<K> seen = new HashSet<>();
        Deque<K> open = new ArrayDeque<>(above.apply(key));
        while (!open.isEmpty()) {
            K at = open.pop();
            if (at.equals(key)) {
                throw Problem.body(List.of(ValidationError.at(pointer, ErrorCode.CIRCLE, detail)));
            }
            if (seen.add(at)) {
                open.addAll(above.apply(at));
            }
        }
    }

    /**
     * Runs a query with the key as its parameter {@code ?1} and returns the results. The query should select columns, not entities:
     * the persistence context may hold entities that other transactions have changed since they were loaded.
     */
    public static <T> List<T> ask(String query, Class<T> type, Object key) {
        return Panache.getEntityManager().createQuery(query, type).setParameter(1, key).getResultList();
    }
}
