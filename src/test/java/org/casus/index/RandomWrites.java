package org.casus.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.write.ResourceType;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteResult;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/** Writes at random to a small world, in which things meet, move, go and come again. */
final class RandomWrites {

    private static final Map<ResourceKind, Integer> WORLD = new EnumMap<>(Map.of(ResourceKind.EVENT, 30,
            ResourceKind.ACTOR, 12, ResourceKind.PLACE, 12, ResourceKind.STATEMENT, 14, ResourceKind.SOURCE, 5,
            ResourceKind.DATASET, 3, ResourceKind.EVENT_TYPE, 6));
    private static final Author AUTHOR = new Author("chance");

    private final RandomText text;
    private final RandomBodies bodies;
    private final WriteService writes;
    private final ResourceTypes types;
    private final Map<ResourceKind, Set<String>> live = new EnumMap<>(ResourceKind.class);
    private final Map<ResourceKind, Set<String>> known = new EnumMap<>(ResourceKind.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();

    RandomWrites(RandomText text, WriteService writes, ResourceTypes types) {
        this.text = text;
        this.bodies = new RandomBodies(text, this::live);
        this.writes = writes;
        this.types = types;
        for (ResourceKind kind : ResourceKind.values()) {
            live.put(kind, new TreeSet<>());
            known.put(kind, new TreeSet<>());
        }
        List.of("fight", "invasion", "speech").forEach(type -> {
            live.get(ResourceKind.EVENT_TYPE).add(type);
            known.get(ResourceKind.EVENT_TYPE).add(type);
        });
    }

    /** An id of something that exists; null if nothing does. */
    private String live(ResourceKind kind) {
        return live.get(kind).isEmpty() ? null : text.one(List.copyOf(live.get(kind)));
    }

    /** An id of something that exists or existed; null if nothing does. */
    String known(ResourceKind kind) {
        return known.get(kind).isEmpty() ? null : text.one(List.copyOf(known.get(kind)));
    }

    /** How often what happened. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** One write, which may be refused as writes are. */
    void write() {
        ResourceKind kind = text.one(slots());
        if (kind == ResourceKind.STATEMENT && live.get(ResourceKind.ACTOR).isEmpty()) {
            kind = ResourceKind.ACTOR;
        }
        String id = kind.token() + "-" + text.below(WORLD.get(kind));
        try {
            count(write(types.get(kind), id));
        } catch (Problem e) {
            count((e.errors().isEmpty() ? e.type() : e.errors().get(0).code()) + " " + e.type().status());
        }
    }

    private static List<ResourceKind> slots() {
        List<ResourceKind> slots = new ArrayList<>();
        WORLD.forEach((kind, many) -> {
            for (int i = 0; i < many; i++) {
                slots.add(kind);
            }
        });
        return slots;
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private String write(ResourceType<?, ?, ?> kind, String id) {
        ResourceKind name = kind.name();
        boolean exists = live.get(name).contains(id);
        int choice = text.below(100);
        if (exists && choice < 30) {
            writes.delete(kind, new Slug(id), Precondition.NONE, AUTHOR, text.words(3));
            live.get(name).remove(id);
            return "Deleted";
        }
        WriteResult result = exists && choice < 70
                ? writes.patch(kind, new Slug(id), patch(name, id), Precondition.NONE, AUTHOR, null)
                : writes.put(kind, new Slug(id), body(name, id), Precondition.NONE, AUTHOR, null);
        live.get(name).add(id);
        boolean again = !known.get(name).add(id) && !exists;
        return again ? "Created again" : result.getClass().getSimpleName();
    }

    /** Types lie below types of lower numbers: their tree comes with the software, and nobody looks for circles in it. */
    private ObjectNode body(ResourceKind kind, String id) {
        ObjectNode body = bodies.body(kind);
        if (kind == ResourceKind.EVENT_TYPE) {
            List<String> lower = live.get(kind).stream()
                    .filter(type -> !type.startsWith(kind.token()) || type.compareTo(id) < 0).toList();
            body.put("parent", text.one(lower));
        }
        return body;
    }

    /** One or two members of a body. */
    private ObjectNode patch(ResourceKind kind, String id) {
        ObjectNode body = body(kind, id);
        List<String> members = new ArrayList<>();
        body.fieldNames().forEachRemaining(members::add);
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 2; i++) {
            String member = text.one(members);
            patch.set(member, body.get(member));
        }
        return patch;
    }
}
