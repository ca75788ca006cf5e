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

    /** Returns the next parts by their keys; fewer than asked for where there are no more. */
    public static List<SubEvent> after(long pk, int most) {
        Map<Long, SubEvent> parts = new LinkedHashMap<>();
        Event.getEntityManager()
                .createQuery("select e.pk, e.slug, e.earliest, e.latest, r.other.slug from Event e join e.relations r"
                        + " where r.kind = PART_OF and e.pk in (select p.pk from Event p where p.pk > ?1"
                        + " and exists (select 1 from p.relations o where o.kind = PART_OF) order by p.pk limit ?2)"
                        + " order by e.pk, index(r)", Object[].class)
                .setParameter(1, pk)
                .setParameter(2, most)
                .getResultStream()
                .forEach(row -> parts.computeIfAbsent((Long) row[0], key -> new SubEvent(key, (String) row[1],
                        new TimeRange((Instant) row[2], (Instant) row[3]), new ArrayList<>())).wholes.add((String) row[4]));
        return List.copyOf(parts.values());
    }
}
