package org.casus.imports.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.casus.event.SubEvent;
import org.casus.imports.job.Origin;
import org.casus.ledger.SupersededState;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.casus.store.Transactions;

/** The events of a dataset that have no rows of their own and that imports created to contain the events of rows: conflicts and dyads. */
final class ContainerEvents {

    private static final int AT_ONCE = 5_000;

    /** The time of a container event, and the revision of its current state. */
    private record Whole(Edtf when, long since) {
    }

    private final Map<String, Whole> wholes;
    /** The time range of all events within a container event, at any depth. Containers without parts have no entry. */
    private final Map<String, TimeRange> covered = new HashMap<>();

    private ContainerEvents(Map<String, Whole> wholes) {
        this.wholes = wholes;
    }

    /** Reads the current container events of a dataset. If there are any, it scans all events that are part of others. */
    static ContainerEvents of(String dataset) {
        Map<String, Whole> found = new TreeMap<>();
        Transactions.readAtLength(() -> Origin.getEntityManager()
                .createQuery("select e.slug, e.when, e.revision from Event e where e.dataset.slug = ?1"
                        + " and not exists (select 1 from Origin o where o.event = e.slug)", Object[].class)
                .setParameter(1, dataset)
                .getResultList())
                .forEach(row -> found.put((String) row[0], new Whole((Edtf) row[1], (Long) row[2])));
        ContainerEvents containerEvents = new ContainerEvents(found);
        if (!found.isEmpty()) {
            containerEvents.lookAtParts();
        }
        return containerEvents;
    }

    private void lookAtParts() {
        Map<String, TimeRange> direct = new HashMap<>();
        Map<String, List<String>> above = new HashMap<>();
        for (List<SubEvent> some = after(0); !some.isEmpty(); some = after(some.get(some.size() - 1).pk())) {
            for (SubEvent subEvent : some) {
                if (wholes.containsKey(subEvent.event())) {
                    above.put(subEvent.event(), subEvent.wholes());
                } else {
                    subEvent.wholes().forEach(whole -> direct.merge(whole, subEvent.time(), TimeRange::span));
                }
            }
        }
        direct.forEach((whole, time) -> upwards(whole, above).forEach(each -> covered.merge(each, time, TimeRange::span)));
    }

    private static List<SubEvent> after(long pk) {
        return Transactions.read(() -> SubEvent.after(pk, AT_ONCE));
    }

    private static Set<String> upwards(String whole, Map<String, List<String>> above) {
        Set<String> met = new LinkedHashSet<>(Set.of(whole));
        Deque<String> open = new ArrayDeque<>(met);
        while (!open.isEmpty()) {
            above.getOrDefault(open.pop(), List.of()).stream().filter(met::add).forEach(open::add);
        }
        return met;
    }

    /** Returns the container events that have no parts any more. */
    List<String> empty() {
        return byFile(id -> !covered.containsKey(id));
    }

    /** Returns the container events whose time is longer than that of all their parts, with the days that the parts cover. */
    Map<String, Edtf> tooLong() {
        Map<String, Edtf> days = new TreeMap<>();
        byFile(id -> covered.containsKey(id) && isShorter(covered.get(id), wholes.get(id).when.range()))
                .forEach(id -> days.put(id, Edtf.days(covered.get(id))));
        return days;
    }

    private static boolean isShorter(TimeRange time, TimeRange other) {
        TimeRange days = Edtf.days(time).range();
        return days.within(other) && !days.equals(other);
    }

    private List<String> byFile(Predicate<String> wanted) {
        List<String> some = wholes.keySet().stream().filter(wanted).toList();
        return Transactions.read(() -> some.stream().filter(id ->
                SupersededState.createdByImport(ResourceKind.EVENT, id, wholes.get(id).since)).toList());
    }
}
