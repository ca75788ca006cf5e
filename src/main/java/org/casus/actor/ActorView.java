package org.casus.actor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.MembershipKind;
import org.casus.model.Name;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of an actor that the API returns. */
@Schema(name = "Actor", description = "Who acts: a state, an army, a service, a person",
        requiredProperties = {"id", "name", "kind", "names", "memberships", "identifiers", "revision", "createdAt", "updatedAt"})
public record ActorView(String id, String name, ActorKind kind, String description, List<Name> names,
        List<MembershipView> memberships, List<Identifier> identifiers,
        long revision, Instant createdAt, Instant updatedAt) implements View {

    static ActorView of(Actor actor) {
        return new ActorView(actor.slug, actor.name, actor.kind, actor.description, List.copyOf(actor.names),
                actor.memberships.stream().map(MembershipView::of).toList(), List.copyOf(actor.identifiers),
                actor.revision, actor.createdAt, actor.updatedAt);
    }

    /** A membership: the present or past relation of the actor to another one. */
    @Schema(name = "Membership", requiredProperties = {"kind", "of"})
    public record MembershipView(MembershipKind kind, Reference of, String role, Edtf when) {

        static MembershipView of(Membership membership) {
            return new MembershipView(membership.kind, Reference.to(ResourceKind.ACTOR, membership.of.slug),
                    membership.role, membership.when);
        }

        /** Returns the time during which the membership holds: always, if no time is recorded. */
        TimeRange during() {
            return when == null ? TimeRange.ALWAYS : when.range();
        }
    }

    /** Returns the input that would create this state. */
    public ActorInput asInput() {
        return new ActorInput(new Slug(id), name, names, kind, description, memberships.stream()
                .map(to -> new ActorInput.Of(to.kind(), new Slug(to.of().id()), to.role(), to.when())).toList(), identifiers);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.ACTOR;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("events", "/events?actor=" + id, "parts", "/actors?partOf=" + id,
                "members", "/actors?memberOf=" + id,
                "statements", "/statements?speaker=" + id, "about", "/statements?about=" + id);
    }
}
