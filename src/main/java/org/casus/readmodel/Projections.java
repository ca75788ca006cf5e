package org.casus.readmodel;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.readmodel.names.DirectoryEntry;

/** The projections of all resource types. */
@Singleton
public class Projections {

    private final Map<ResourceKind, Projection<?>> projections = new EnumMap<>(ResourceKind.class);

    Projections(@All List<Projection<?>> all) {
        all.forEach(projection -> projections.put(projection.descriptor().kind(), projection));
    }

    /** Returns the document of a state. */
    public Document project(ResourceKind kind, View state) {
        return project(projections.get(kind), state);
    }

    /** Returns the directory entry of a state; empty for resource types that have no entries in the directory. */
    public Optional<DirectoryEntry> entryOf(ResourceKind kind, View state) {
        return entryOf(projections.get(kind), state);
    }

    private static <V extends View> Document project(Projection<V> projection, View state) {
        return projection.project(projection.descriptor().view().cast(state));
    }

    private static <V extends View> Optional<DirectoryEntry> entryOf(Projection<V> projection, View state) {
        return projection.entryOf(projection.descriptor().view().cast(state));
    }
}
