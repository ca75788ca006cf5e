package org.casus.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.ledger.Difference;
import org.casus.ledger.InChunks;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.StateDiff;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.ledger.VersionedEntity;
import org.casus.ledger.write.ResourceType;
import org.casus.ledger.write.ResourceTypes;
import org.casus.model.ResourceKind;
import org.casus.model.View;

/**
 * Finds the differences that updates made: it compares the state before each update with the state after it. A page of updates needs only a
 * few queries.
 */
@Singleton
class UpdateDifferences {

    private final ResourceTypes types;

    UpdateDifferences(ResourceTypes types) {
        this.types = types;
    }

    private record Resource(ResourceKind kind, String id) {

        static Resource of(Revision row) {
            return new Resource(row.kind, row.resource);
        }
    }

    /** Returns the differences by revision number, for the updates among the given revisions. Must be called in a transaction. */
    Map<Long, List<Difference>> of(List<Revision> rows) {
        List<Revision> updates = rows.stream().filter(row -> row.operation == Operation.UPDATE).toList();
        Map<Long, ObjectNode> begun = new HashMap<>();
        ended(updates, begun);
        present(without(updates, begun), begun);
        // a resource that was updated between these two queries has a superseded state by now
        ended(without(updates, begun), begun);
        return SupersededState.of(updates.stream().map(row -> row.number).filter(begun::containsKey).toList()).stream()
                .collect(Collectors.toMap(ended -> ended.number,
                        ended -> StateDiff.between(StateJson.tree(ended.state), begun.get(ended.number))));
    }

    private static List<Revision> without(List<Revision> updates, Map<Long, ObjectNode> begun) {
        return updates.stream().filter(row -> !begun.containsKey(row.number)).toList();
    }

    /** Adds the states after the updates that have been superseded since. */
    private static void ended(List<Revision> updates, Map<Long, ObjectNode> begun) {
        InChunks.each(updates.stream().map(row -> row.number).toList(), some -> SupersededState.<SupersededState>list("began in ?1", some)
                .forEach(ended -> begun.put(ended.began, StateJson.tree(ended.state))));
    }

    /** Adds the states after the updates that are still current. */
    private void present(List<Revision> updates, Map<Long, ObjectNode> begun) {
        Map<ResourceKind, List<Revision>> byKind = updates.stream().collect(Collectors.groupingBy(row -> row.kind));
        byKind.forEach((kind, rows) -> InChunks.each(rows, some -> present(types.get(kind), some, begun)));
    }

    private static <E extends VersionedEntity, V extends View> void present(ResourceType<E, ?, V> type, List<Revision> updates,
            Map<Long, ObjectNode> begun) {
        Map<Resource, Revision> wanted = updates.stream().collect(Collectors.toMap(Resource::of, Function.identity(),
                (one, other) -> one.number > other.number ? one : other));
        VersionedEntity.listBySlug(type.entity(), wanted.keySet().stream().map(Resource::id).toList()).stream()
                .filter(entity -> entity.revision == wanted.get(new Resource(type.name(), entity.slug)).number)
                .forEach(entity -> begun.put(entity.revision, StateJson.tree(type.viewOf(entity))));
    }
}
