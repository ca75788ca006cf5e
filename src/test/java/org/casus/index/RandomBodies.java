package org.casus.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casus.http.json.EnumNames;
import org.casus.model.ActorKind;
import org.casus.model.LocationPrecision;
import org.casus.model.PlaceKind;
import org.casus.model.RelationKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.SourceKind;

/** Random bodies, whole and valid, that refer to what is there. */
final class RandomBodies {

    private final RandomText text;
    private final Function<ResourceKind, String> live;

    /** @param live an id of something of a kind that exists; null if nothing does */
    RandomBodies(RandomText text, Function<ResourceKind, String> live) {
        this.text = text;
        this.live = live;
    }

    ObjectNode body(ResourceKind kind) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (kind) {
            case EVENT -> event(body);
            case STATEMENT -> statement(body);
            case ACTOR -> actor(body);
            case PLACE -> place(body);
            case SOURCE -> source(body);
            case DATASET -> body.put("title", text.words(3)).put("publisher", text.words(2)).put("citation", text.words(2));
            case EVENT_TYPE -> {
                body.put("name", text.words(2)).put("definition", text.words(4));
                if (text.chance(30)) {
                    body.putObject("mappings").putArray("cameo").add("99" + text.below(3));
                }
            }
        }
        return body;
    }

    private void event(ObjectNode body) {
        body.put("type", live.apply(ResourceKind.EVENT_TYPE)).put("title", text.words(3)).put("when", text.date());
        maybe(body, "summary", () -> text.words(6));
        maybe(body, "place", () -> live.apply(ResourceKind.PLACE));
        maybe(body, "dataset", () -> live.apply(ResourceKind.DATASET));
        several(body, "participants", () -> reference("actor", ResourceKind.ACTOR)
                .map(of -> of.put("role", word(Role.class))));
        several(body, "relations", () -> reference("event", ResourceKind.EVENT)
                .map(to -> to.put("kind", word(RelationKind.class))));
        several(body, "reports", () -> reference("source", ResourceKind.SOURCE));
        several(body, "codings", () -> object("scheme", "cameo").map(coding -> coding.put("code", "19" + text.below(3))));
        ArrayNode tags = body.putArray("tags");
        if (text.chance(60)) {
            tags.add(text.one(RandomQueries.TAGS));
        }
        if (text.chance(40)) {
            tags.add(text.one(RandomQueries.TAGS));
        }
        if (text.chance(50)) {
            ObjectNode fatalities = body.putObject("fatalities");
            fatalities.put("low", text.below(2));
            if (text.chance(80)) {
                fatalities.put("best", 1 + text.below(3));
            }
        }
        if (text.chance(60)) {
            location(body);
        }
    }

    private void statement(ObjectNode body) {
        body.put("speaker", live.apply(ResourceKind.ACTOR)).put("gist", text.words(4));
        maybe(body, "quote", () -> text.words(4));
        maybe(body, "language", text::language);
        maybe(body, "when", text::date);
        maybe(body, "madeIn", () -> live.apply(ResourceKind.EVENT));
        maybe(body, "source", () -> live.apply(ResourceKind.SOURCE));
        several(body, "about", () -> {
            ResourceKind kind = text.one(List.of(ResourceKind.EVENT, ResourceKind.ACTOR, ResourceKind.PLACE));
            return reference(kind.token(), kind);
        });
    }

    private void actor(ObjectNode body) {
        named(body).put("kind", word(ActorKind.class));
        maybe(body, "description", () -> text.words(5));
        several(body, "memberships", () -> reference("of", ResourceKind.ACTOR).map(membership -> {
            maybe(membership, "when", text::date);
            return membership.put("kind", text.chance(80) ? "partOf" : "headOf");
        }));
    }

    private void place(ObjectNode body) {
        named(body).put("kind", word(PlaceKind.class));
        if (text.chance(75)) {
            body.put("within", live.apply(ResourceKind.PLACE));
        }
        if (text.chance(60)) {
            location(body);
        }
    }

    private void location(ObjectNode body) {
        ObjectNode location = body.putObject("location").put("lat", text.lat()).put("lon", text.lon());
        maybe(location, "precision", () -> word(LocationPrecision.class));
    }

    private void source(ObjectNode body) {
        maybe(body, "language", text::language);
        body.put("publisher", text.publisher()).put("title", text.words(3)).put("kind", word(SourceKind.class));
        maybe(body, "published", text::date);
    }

    private ObjectNode named(ObjectNode body) {
        body.put("name", text.words(2));
        several(body, "names", () -> object("name", text.words(2)));
        several(body, "identifiers", () -> object("scheme", "wikidata").map(of -> of.put("value", "Q" + text.below(3))));
        return body;
    }

    /** Nothing where nothing of the kind exists. */
    private Optional<ObjectNode> reference(String member, ResourceKind kind) {
        return Optional.ofNullable(live.apply(kind)).flatMap(id -> object(member, id));
    }

    private <E extends Enum<E>> String word(Class<E> choices) {
        return text.one(EnumNames.of(choices));
    }

    private void maybe(ObjectNode body, String member, Supplier<String> value) {
        if (text.chance(50)) {
            body.put(member, value.get());
        }
    }

    /** None, one or two. */
    private void several(ObjectNode body, String member, Supplier<Optional<ObjectNode>> entry) {
        ArrayNode entries = body.putArray(member);
        for (int left = text.below(3); left > 0; left--) {
            entry.get().ifPresent(entries::add);
        }
    }

    private static Optional<ObjectNode> object(String member, String value) {
        return Optional.of(JsonNodeFactory.instance.objectNode().put(member, value));
    }
}
