package org.casus.ledger.write;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.model.ResourceKind;

/** The registry of all resource types. */
@Singleton
public class ResourceTypes {

    private final Map<ResourceKind, ResourceType<?, ?, ?>> kinds = new EnumMap<>(ResourceKind.class);

    public ResourceTypes(@All List<ResourceType<?, ?, ?>> all) {
        all.forEach(type -> kinds.put(type.name(), type));
    }

    public ResourceType<?, ?, ?> get(ResourceKind kind) {
        return kinds.get(kind);
    }

    public Collection<ResourceType<?, ?, ?>> all() {
        return kinds.values();
    }
}
