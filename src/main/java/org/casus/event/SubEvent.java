package org.casus.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.edtf.TimeRange;

/**
 * An event that is part of other events, as read from the database.
 *
 * @param pk the primary key of the event
 * @param event the id of the event
 * @param wholes the ids of the events that it is part of
 */
public record SubEvent(long pk, String event, TimeRange time, List<String> wholes) {

    /**
     * Returns the next sub-events after a primary key, in the order of their keys, or an empty list after the last one.
     *
     * @param most the maximum number of relations to read; it must exceed the number that one event may have
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
            // the last event may have relations beyond the limit, so the next call reads it again
            parts.remove(rows.get(most - 1)[0]);
        }
        return List.copyOf(parts.values());
    }
}
