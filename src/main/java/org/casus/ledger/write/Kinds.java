package org.casus.ledger.write;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.model.ResourceKind;

/** All kinds of resource. */
@Singleton
public class Kinds {

    private final Map<ResourceKind, Kind<?, ?, ?>> kinds = new EnumMap<>(ResourceKind.class);

    public Kinds(@All List<Kind<?, ?, ?>> all) {
        all.forEach(kind -> kinds.put(kind.name(), kind));
    }

    public Kind<?, ?, ?> get(ResourceKind kind) {
        return kinds.get(kind);
    }

    public Collection<Kind<?, ?, ?>> all() {
        return kinds.values();
    }
}
