package org.casus.ogc;

import java.util.Arrays;
import java.util.List;
import org.casus.http.json.CleanText;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;

/** The feature collections, one for each resource type that is offered as features. */
enum CollectionKind {

    EVENTS(ResourceKind.EVENT, "Events", "Who did what to whom, where and when. An event is where its own location is; one without"
            + " a location has no geometry"),
    PLACES(ResourceKind.PLACE, "Places", "Where things happen"),
    STATEMENTS(ResourceKind.STATEMENT, "Statements", "Who claims what, in which event, about what, on whose authority. They have no"
            + " geometry");

    private final ResourceKind kind;
    private final String title;
    private final String description;

    CollectionKind(ResourceKind kind, String title, String description) {
        this.kind = kind;
        this.title = title;
        this.description = description;
    }

    /**
     * Returns the collection with the given id.
     *
     * @throws Problem 404 if there is no such collection
     */
    static CollectionKind of(String id) {
        List<String> ids = Arrays.stream(values()).map(CollectionKind::id).toList();
        return Arrays.stream(values()).filter(collectionKind -> collectionKind.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("there is no collection '" + CleanText.shown(id) + "'"
                        + NearestMatch.hint(id, ids) + "; there are " + String.join(", ", ids)));
    }

    ResourceKind kind() {
        return kind;
    }

    String id() {
        return kind.collection();
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
