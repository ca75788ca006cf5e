package org.casus.actor;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.http.json.EnumNames;
import org.casus.ledger.write.CycleCheck;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.MembershipKind;
import org.casus.model.Name;
import org.casus.model.NullSafeLists;
import org.casus.model.Reference;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.render.TemplateWriter;

/** Defines the resource type "actor" for the write service and its projection for the index. */
@Singleton
public class Actors implements ResourceType<Actor, ActorInput, ActorView>, Projection<ActorView> {

    private static final ResourceDescriptor<Actor, ActorInput, ActorView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.ACTOR, Actor.class, Actor::new, ActorInput.class, ActorView.class);

    private final TemplateWriter templates;

    Actors(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Actor, ActorInput, ActorView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(ActorInput input) {
        return input.name();
    }

    @Override
    public void change(Actor actor, ActorInput input, ReferenceResolver resolver) {
        actor.name = input.name();
        actor.kind = input.kind();
        actor.description = input.description();
        NullSafeLists.set(actor.names, input.names());
        NullSafeLists.set(actor.memberships, memberships(input, resolver));
        NullSafeLists.set(actor.identifiers, input.identifiers());
    }

    @Override
    public ActorView viewOf(Actor actor) {
        return ActorView.of(actor);
    }

    private static List<Membership> memberships(ActorInput input, ReferenceResolver resolver) {
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i < input.memberships().size(); i++) {
            ActorInput.Of of = input.memberships().get(i);
            Actor other = resolver.find(Actor.class, ResourceKind.ACTOR, of.of(), "/memberships/" + i + "/of");
            memberships.add(new Membership(of.kind(), other, of.role(), of.when()));
        }
        return memberships;
    }

    @Override
    public List<Reference> parentsOf(ActorView view) {
        return parts(view).map(ActorView.MembershipView::of).toList();
    }

    private static Stream<ActorView.MembershipView> parts(ActorView view) {
        return view.memberships().stream().filter(membership -> membership.kind() == MembershipKind.PART_OF);
    }

    /** Refuses an actor that is part of itself, even if the memberships in the cycle hold at different times. */
    @Override
    public void refuseCycles(Actor actor) {
        CycleCheck.refuse(actor.pk, "/memberships", "an actor cannot be part of itself",
                key -> CycleCheck.ask("select m.of.pk from Actor a join a.memberships m where a.pk = ?1 and m.kind = PART_OF",
                        Long.class, key));
    }

    @Override
    public Optional<DirectoryEntry> entryOf(ActorView view) {
        return Optional.of(new DirectoryEntry(view.name(), parts(view)
                .map(membership -> new DirectoryEntry.Parent(membership.of().id(), membership.during()))
                .toList()));
    }

    @Override
    public Document project(ActorView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.name())
                .text(view.description())
                .token(Field.ACTOR_KIND, EnumNames.wordOf(view.kind()))
                .tie(Field.PART_OF, ResourceKind.ACTOR, view.id());
        view.memberships().stream().filter(membership -> membership.kind() != MembershipKind.PART_OF)
                .forEach(membership -> document.tie(Field.MEMBER_OF, ResourceKind.ACTOR, membership.of().id()));
        view.names().stream().map(Name::name).forEach(document::title);
        view.identifiers().forEach(identifier -> document.token(Field.IDENTIFIER, identifier.token()).text(identifier.value()));
        return document;
    }
}
