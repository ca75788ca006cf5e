package org.casus.place;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.http.json.EnumNames;
import org.casus.ledger.write.CycleCheck;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.Name;
import org.casus.model.NullSafeLists;
import org.casus.model.PlaceKind;
import org.casus.model.Reference;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.render.TemplateWriter;

/** Defines the resource type "place" for the write service and its projection for the index. */
@Singleton
public class Places implements ResourceType<Place, PlaceInput, PlaceView>, Projection<PlaceView> {

    private static final ResourceDescriptor<Place, PlaceInput, PlaceView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.PLACE, Place.class, Place::new, PlaceInput.class, PlaceView.class);

    private static final Set<PlaceKind> COUNTRIES = EnumSet.of(PlaceKind.COUNTRY, PlaceKind.FORMER_COUNTRY);

    private final TemplateWriter templates;

    Places(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Place, PlaceInput, PlaceView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(PlaceInput input) {
        return input.name();
    }

    @Override
    public void change(Place place, PlaceInput input, ReferenceResolver resolver) {
        place.name = input.name();
        place.kind = input.kind();
        NullSafeLists.set(place.names, input.names());
        place.within = resolver.find(Place.class, ResourceKind.PLACE, input.within(), "/within");
        place.location = input.location();
        place.bbox = input.bbox();
        NullSafeLists.set(place.identifiers, input.identifiers());
    }

    @Override
    public PlaceView viewOf(Place place) {
        return PlaceView.of(place);
    }

    @Override
    public List<Reference> parentsOf(PlaceView view) {
        return Stream.ofNullable(view.within()).toList();
    }

    @Override
    public void refuseCycles(Place place) {
        CycleCheck.refuse(place.pk, "/within", "a place cannot lie within itself",
                key -> CycleCheck.ask("select within.pk from Place where pk = ?1 and within is not null",
                        Long.class, key));
    }

    @Override
    public Optional<DirectoryEntry> entryOf(PlaceView view) {
        List<DirectoryEntry.Parent> parents = view.within() == null
                ? List.of()
                : List.of(new DirectoryEntry.Parent(view.within().id(), TimeRange.ALWAYS));
        return Optional.of(new DirectoryEntry(view.name(), parents, COUNTRIES.contains(view.kind())));
    }

    @Override
    public Document project(PlaceView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.name())
                .value(Property.NAME, view.name())
                .recorded(view.updatedAt())
                .value(Property.WITHIN_ID, Reference.idOf(view.within()))
                .token(Field.PLACE_KIND, EnumNames.wordOf(view.kind()))
                .tie(Field.WITHIN, ResourceKind.PLACE, view.id());
        if (view.location() != null) {
            document.point(view.location().lat(), view.location().lon())
                    .word(Property.PRECISION, view.location().precision());
        }
        view.names().stream().map(Name::name).forEach(name -> document.title(name).value(Property.NAMES, name));
        view.identifiers().forEach(identifier -> document.token(Field.IDENTIFIER, identifier.token()).text(identifier.value()));
        return document;
    }
}
