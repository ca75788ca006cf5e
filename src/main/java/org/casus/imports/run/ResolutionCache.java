package org.casus.imports.run;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.event.EventInput;
import org.casus.imports.format.RequiredResource;
import org.casus.model.LruMap;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/** A cache of the resources that earlier batches of an import resolved. It is valid as long as nobody else writes. */
final class ResolutionCache {

    /** The maximum number of entries per resource type, so that the many articles do not crowd out the few conflicts. */
    private static final int MOST = 5_000;

    private final Map<ResourceKind, Map<Slug, Settlement>> settlements = new EnumMap<>(ResourceKind.class);
    /** Not cleared when others write, since each entry is compared with the current state before it is used. */
    private final Map<Slug, Told> told = new LruMap<>(MOST);
    private final Set<Slug> named = new HashSet<>();

    /** The name by which a draft refers to a resource. */
    record Name(ResourceKind kind, Slug id) {

        static Name of(RequiredResource required) {
            return new Name(required.kind(), required.id());
        }
    }

    private record Settlement(RequiredResource need, Slug id) {
    }

    /** The last content that files gave to an event, and the resulting state. */
    private record Told(EventInput said, EventInput event) {
    }

    void tell(Slug id, EventInput said, EventInput event) {
        told.put(id, new Told(said, event));
    }

    /** Returns the last content that files gave to an event, if the event has not changed since. */
    Optional<EventInput> told(Slug id, EventInput stands) {
        return Optional.ofNullable(told.get(id)).filter(last -> last.event.equals(stands)).map(Told::said);
    }

    /** Returns whether an earlier batch has checked the name of an actor. */
    boolean isNamed(Slug actor) {
        return named.contains(actor);
    }

    void named(Set<Slug> actors) {
        named.addAll(actors);
    }

    void clear() {
        settlements.clear();
    }

    void add(RequiredResource required, Slug id) {
        settlements.computeIfAbsent(required.kind(), kind -> new LruMap<>(MOST)).put(required.id(), new Settlement(required, id));
    }

    /** Returns the cached id of a resource. One that the dataset updates must equal the cached one, since its content is written. */
    Optional<Slug> of(RequiredResource required) {
        Settlement before = settlements.getOrDefault(required.kind(), Map.of()).get(required.id());
        boolean same = before != null && before.need.known().equals(required.known())
                && (!required.ours() || before.need.equals(required));
        return same ? Optional.of(before.id) : Optional.empty();
    }
}
