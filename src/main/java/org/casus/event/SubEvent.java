package org.casus.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.edtf.TimeRange;

/**
 * An event that is part of others, as the database has it.
 *
 * @param pk greater than those of the parts before it
 * @param wholes what it is part of
 */
public record SubEvent(long pk, String event, TimeRange time, List<String> wholes) {

    /**
     * Returns the next parts by their keys; none where there are no more.
     *
     * @param most wholes that are read at once; more than one event is part of
     */
    public static List<SubEvent> after(long pk, int most) {
        List<Object[]> rows = Event.getEntityManager()
                .createQuery("select e.pk, e.slug, e.earliest, e.latest, r.other.slug from Event e join e.relations r"
                        + " where e.pk > ?1 and r.kind = PART_OF order by e.pk, index(r)", Object[].class)
                .setParameter(1, pk)
                .setMaxResults(most)
                .getResultList();
        Map<Object, SubEvent> parts = new LinkedHashMap<>();
        rows.forEach(row -> parts.computeIfAbsent(row[0], key -> new SubEvent((Long) key, (String) row[1],
                new TimeRange((Instant) row[2], (Instant) row[3]), new ArrayList<>())).wholes.add((String) row[4]));
        if (rows.size() == most) {
            // the last one may have more
            parts.remove(rows.get(most - 1)[0]);
        }
        return List.copyOf(parts.values());
    }
}
