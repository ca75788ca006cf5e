package org.casus.event;

import java.time.Instant;
import java.util.List;
import org.casus.edtf.TimeRange;
import org.casus.vocabulary.RelationKind;

/**
 * An event that is part of others, as the database has it.
 *
 * @param pk greater than those of the parts before it
 * @param wholes what it is part of
 */
public record Part(long pk, String event, TimeRange time, List<String> wholes) {

    /** Some parts, those after one, without events that have no relations at all; fewer than asked for where there are no more. */
    public static List<Part> after(long pk, int most) {
        return Event.getEntityManager()
                .createQuery("select pk, slug, earliest, latest, relations from Event where pk > ?1 and relations is not null"
                        + " order by pk", Object[].class)
                .setParameter(1, pk)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Part((Long) row[0], (String) row[1], new TimeRange((Instant) row[2], (Instant) row[3]),
                        wholes((List<?>) row[4])))
                .toList();
    }

    private static List<String> wholes(List<?> relations) {
        return relations.stream().map(Relation.class::cast).filter(relation -> relation.kind() == RelationKind.PART_OF)
                .map(Relation::event).toList();
    }
}
