package org.casus.place;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casus.model.Box;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.Name;
import org.casus.model.PlaceKind;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a place that the API returns. */
@Schema(name = "Place", description = "Where things happen",
        requiredProperties = {"id", "name", "kind", "names", "identifiers", "revision", "createdAt", "updatedAt"})
public record PlaceView(String id, String name, PlaceKind kind, List<Name> names, Reference within, Location location,
        Box bbox, List<Identifier> identifiers, long revision, Instant createdAt, Instant updatedAt) implements View {

    static PlaceView of(Place place) {
        return new PlaceView(place.slug, place.name, place.kind, List.copyOf(place.names),
                place.within == null ? null : Reference.to(ResourceKind.PLACE, place.within.slug),
                place.location, place.bbox, List.copyOf(place.identifiers),
                place.revision, place.createdAt, place.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.PLACE;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("events", "/events?place=" + id, "places", "/places?within=" + id,
                "statements", "/statements?about=" + id);
    }
}
