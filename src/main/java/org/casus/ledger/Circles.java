package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Finding;
import org.casus.http.problem.Problem;

/** Hierarchies have no circles. */
public final class Circles {

    private Circles() {
    }

    /**
     * Climbs from a key and refuses to come back to it. Call it while the head is locked, so that no other writer
     * closes the circle from its other end.
     *
     * @param parents a query for the keys directly above a key, {@code ?1}
     * @throws Problem 422 if the key stands above itself
     */
    public static void refuse(Long key, String pointer, String detail, String parents) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(above(key, parents));
        while (!open.isEmpty()) {
            Long above = open.pop();
            if (above.equals(key)) {
                throw Problem.body(List.of(Finding.at(pointer, ErrorCode.CIRCLE, detail)));
            }
            if (seen.add(above)) {
                open.addAll(above(above, parents));
            }
        }
    }

    /** Asks for keys and not for entities, which this transaction may have read before others changed them. */
    private static List<Long> above(Long key, String parents) {
        return Panache.getEntityManager().createQuery(parents, Long.class).setParameter(1, key).getResultList();
    }
}
