package org.casus.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.http.json.EnumNames;
import org.casus.model.RelationKind;

/** A store in which events held their lists as JSON and their references as text gets foreign keys, and loses nothing. */
class JsonMigrationTest extends EventRowsMigrationSuite {

    JsonMigrationTest() {
        super("11", List.of(
                TYPES, PLACES, DATASETS, ACTORS, SOURCES,
                "insert into event (pk, slug, revision, created_at, updated_at, type, title, edtf, place, dataset,"
                        + " participants, relations, reports) values (7, 'full', 7, now(), now(), 'speech', 'Full', '2024', 'prague', 'dossier',"
                        + " '[{\"role\":\"initiator\",\"actor\":\"mi6\"},{\"role\":\"target\",\"actor\":\"cia\"}]', '" + relations() + "', '"
                        + "[{\"source\":\"post\",\"title\":\"First\",\"publisher\":\"Old Post\",\"attribution\":\"Moore\",\"note\":\"Page 2\"},"
                        + "{\"source\":\"post\",\"title\":" + json(QUOTED) + ",\"publisher\":\"Post\"}]'),"
                        + " (8, 'bare', 8, now(), now(), 'speech', 'Bare', '2024', null, null, null, null, null)",
                STATEMENTS, ABOUT));
    }

    private static String relations() {
        return Arrays.stream(RelationKind.values())
                .map(kind -> "{\"kind\":\"" + EnumNames.wordOf(kind) + "\",\"event\":\"bare\",\"title\":\"Bare\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
