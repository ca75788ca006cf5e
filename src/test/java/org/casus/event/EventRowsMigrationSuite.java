package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casus.MigrationSuite;
import org.casus.model.RelationKind;

/** Events of an earlier version keep what they refer to, in its order and as it was written. */
abstract class EventRowsMigrationSuite extends MigrationSuite {

    static final String QUOTED = "Said \"so\"\\, then\tleft:\r\n“é”";

    static final String TYPES = "insert into event_type (pk, slug, revision, created_at, updated_at, name, definition)"
            + " values (1, 'speech', 1, now(), now(), 'Speech', 'Words')";
    static final String PLACES = "insert into place (pk, slug, revision, created_at, updated_at, name, kind)"
            + " values (2, 'prague', 2, now(), now(), 'Prague', 'CITY')";
    static final String DATASETS = "insert into dataset (pk, slug, revision, created_at, updated_at, title)"
            + " values (3, 'dossier', 3, now(), now(), 'Dossier')";
    static final String ACTORS = "insert into actor (pk, slug, revision, created_at, updated_at, name, kind) values"
            + " (4, 'mi6', 4, now(), now(), 'MI6', 'ORGANISATION'), (5, 'cia', 5, now(), now(), 'CIA', 'ORGANISATION')";
    static final String SOURCES = "insert into source (pk, slug, revision, created_at, updated_at, publisher, title, kind)"
            + " values (6, 'post', 6, now(), now(), 'Post', 'Post today', 'ARTICLE')";
    static final String STATEMENTS = "insert into statement (pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk,"
            + " made_in_title, gist, source_pk, source_title) values (9, 'said', 9, now(), now(), 4, 7, 'Full', 'Gist', 6, 'Post today')";
    static final String ABOUT = "insert into statement_about (statement_pk, position, event_pk, event_title, actor_pk) values"
            + " (9, 0, 8, 'Bare', null), (9, 1, null, null, 5)";

    EventRowsMigrationSuite(String before, List<String> rows) {
        super(before, rows);
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        assertThat(rows(statement, "select t.slug, p.slug, d.slug from event e join event_type t on t.pk = e.type_pk"
                + " join place p on p.pk = e.place_pk join dataset d on d.pk = e.dataset_pk where e.slug = 'full'"))
                .containsExactly("speech|prague|dossier");
        assertThat(rows(statement, "select place_pk, dataset_pk, type_pk from event where slug = 'bare'")).containsExactly("null|null|1");
        assertThat(rows(statement, "select e.slug, p.position, p.role, a.slug from event_participant p join event e on e.pk = p.event_pk"
                + " join actor a on a.pk = p.actor_pk order by p.position"))
                .containsExactly("full|0|INITIATOR|mi6", "full|1|TARGET|cia");
        assertThat(rows(statement, "select e.slug, r.position, r.kind, o.slug, r.title from event_relation r"
                + " join event e on e.pk = r.event_pk join event o on o.pk = r.other_pk order by r.position"))
                .containsExactlyElementsOf(Arrays.stream(RelationKind.values())
                        .map(kind -> "full|" + kind.ordinal() + "|" + kind.name() + "|bare|Bare").toList());
        assertThat(rows(statement, "select e.slug, r.position, s.slug, r.title, r.publisher, r.attribution, r.note from event_report r"
                + " join event e on e.pk = r.event_pk join source s on s.pk = r.source_pk order by r.position"))
                .containsExactly("full|0|post|First|Old Post|Moore|Page 2", "full|1|post|" + QUOTED + "|Post|null|null");
        assertThat(rows(statement, "select e.slug from statement s join event e on e.pk = s.made_in_pk"
                + " where s.made_in_title = 'Full' and s.source_title = 'Post today'")).containsExactly("full");
        assertThat(rows(statement, "select e.slug from statement_about a join event e on e.pk = a.event_pk"
                + " where a.event_title = 'Bare'")).containsExactly("bare");
        assertThat(rows(statement, "select c.slug from statement_about a join actor c on c.pk = a.actor_pk")).containsExactly("cia");
        for (String referred : List.of("event", "event_type", "place", "dataset", "actor", "source")) {
            assertThatThrownBy(() -> statement.execute("delete from " + referred)).as("something refers to the " + referred)
                    .isInstanceOf(SQLException.class);
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(row.getString(column));
                }
                rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
