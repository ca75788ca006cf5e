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

/** Hierarchies have no circles. */
public final class CycleCheck {

    private CycleCheck() {
    }

    /**
     * Climbs from a key and refuses to come back to it. Call it while the head is locked, so that no other writer
     * closes the circle from its other end.
     *
     * @param above the keys directly above a key, to be had with {@link #ask}
     * @throws Problem 422 if the key stands above itself
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
     * Returns the result of a query for a key, {@code ?1}. Select columns and not entities, which this transaction may have
     * read before others changed them.
     */
    public static <T> List<T> ask(String query, Class<T> type, Object key) {
        return Panache.getEntityManager().createQuery(query, type).setParameter(1, key).getResultList();
    }
}
