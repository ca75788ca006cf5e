package org.casus.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.model.RelationKind;

/** A store from before events were one row each keeps what they refer to, in its order and as it was written. */
class EventRowsMigrationTest extends EventRowsMigrationSuite {

    EventRowsMigrationTest() {
        super("6", List.of(
                TYPES, PLACES, DATASETS, ACTORS, SOURCES,
                "insert into event (pk, slug, revision, created_at, updated_at, type_pk, title, edtf, place_pk, dataset_pk)"
                        + " values (7, 'full', 7, now(), now(), 1, 'Full', '2024', 2, 3),"
                        + " (8, 'bare', 8, now(), now(), 1, 'Bare', '2024', null, null)",
                "insert into event_participant (event_pk, position, role, actor_pk) values"
                        + " (7, 1, 'TARGET', 5), (7, 0, 'INITIATOR', 4)",
                "insert into event_relation (event_pk, position, kind, other_pk, title) values " + relations(),
                "insert into event_report (event_pk, position, source_pk, title, publisher, attribution, note) values"
                        + " (7, 1, 6, '" + QUOTED + "', 'Post', null, null), (7, 0, 6, 'First', 'Old Post', 'Moore', 'Page 2')",
                STATEMENTS, ABOUT));
    }

    private static String relations() {
        return Arrays.stream(RelationKind.values())
                .map(kind -> "(7, " + kind.ordinal() + ", '" + kind.name() + "', 8, 'Bare')")
                .collect(Collectors.joining(", "));
    }
}
