package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.MigrationSuite;
import org.casus.vocabulary.RelationKind;
import org.casus.vocabulary.Role;

/** A store from before events were one row each keeps what they refer to, in its order and as it was written. */
class RowsMigrationTest extends MigrationSuite {

    private static final String QUOTED = "Said \"so\"\\, then\tleft:\r\n“é”";

    RowsMigrationTest() {
        super("6", List.of(
                "insert into event_type (pk, slug, revision, created_at, updated_at, name, definition)"
                        + " values (1, 'speech', 1, now(), now(), 'Speech', 'Words')",
                "insert into place (pk, slug, revision, created_at, updated_at, name, kind)"
                        + " values (2, 'prague', 2, now(), now(), 'Prague', 'CITY')",
                "insert into dataset (pk, slug, revision, created_at, updated_at, title)"
                        + " values (3, 'dossier', 3, now(), now(), 'Dossier')",
                "insert into actor (pk, slug, revision, created_at, updated_at, name, kind) values"
                        + " (4, 'mi6', 4, now(), now(), 'MI6', 'ORGANISATION'), (5, 'cia', 5, now(), now(), 'CIA', 'ORGANISATION')",
                "insert into source (pk, slug, revision, created_at, updated_at, publisher, title, kind)"
                        + " values (6, 'post', 6, now(), now(), 'Post', 'Post today', 'ARTICLE')",
                "insert into event (pk, slug, revision, created_at, updated_at, type_pk, title, edtf, place_pk, dataset_pk)"
                        + " values (7, 'full', 7, now(), now(), 1, 'Full', '2024', 2, 3),"
                        + " (8, 'bare', 8, now(), now(), 1, 'Bare', '2024', null, null)",
                "insert into event_participant (event_pk, position, role, actor_pk) values"
                        + " (7, 1, 'TARGET', 5), (7, 0, 'INITIATOR', 4)",
                "insert into event_relation (event_pk, position, kind, other_pk, title) values " + relations(),
                "insert into event_report (event_pk, position, source_pk, title, publisher, attribution, note) values"
                        + " (7, 1, 6, '" + QUOTED + "', 'Post', null, null), (7, 0, 6, 'First', 'Old Post', 'Moore', 'Page 2')",
                "insert into statement (pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk, made_in_title, gist,"
                        + " source_pk, source_title) values (9, 'said', 9, now(), now(), 4, 7, 'Full', 'Gist', 6, 'Post today')",
                "insert into statement_about (statement_pk, position, event_pk, event_title, actor_pk) values"
                        + " (9, 0, 8, 'Bare', null), (9, 1, null, null, 5)"));
    }

    private static String relations() {
        return Arrays.stream(RelationKind.values())
                .map(kind -> "(7, " + kind.ordinal() + ", '" + kind.name() + "', 8, 'Bare')")
                .collect(Collectors.joining(", "));
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        assertThat(word(statement, "type", "full")).isEqualTo("speech");
        assertThat(word(statement, "place", "full")).isEqualTo("prague");
        assertThat(word(statement, "dataset", "full")).isEqualTo("dossier");
        assertThat(new Participant.Column().convertToEntityAttribute(word(statement, "participants", "full")))
                .containsExactly(new Participant(Role.INITIATOR, "mi6"), new Participant(Role.TARGET, "cia"));
        assertThat(new Relation.Column().convertToEntityAttribute(word(statement, "relations", "full")))
                .containsExactlyElementsOf(Arrays.stream(RelationKind.values())
                        .map(kind -> new Relation(kind, "bare", "Bare")).toList());
        assertThat(new Report.Column().convertToEntityAttribute(word(statement, "reports", "full")))
                .containsExactly(new Report("post", "First", "Old Post", "Moore", "Page 2"),
                        new Report("post", QUOTED, "Post", null, null));
        for (String column : List.of("place", "dataset", "participants", "relations", "reports")) {
            assertThat(word(statement, column, "bare")).as(column).isNull();
        }
        assertThat(only(statement, "select e.slug from statement s join event e on e.pk = s.made_in_pk"
                + " where s.made_in_title = 'Full' and s.source_title = 'Post today'")).isEqualTo("full");
        assertThat(only(statement, "select e.slug from statement_about a join event e on e.pk = a.event_pk"
                + " where a.event_title = 'Bare'")).isEqualTo("bare");
        assertThat(only(statement, "select c.slug from statement_about a join actor c on c.pk = a.actor_pk")).isEqualTo("cia");
        assertThatThrownBy(() -> statement.execute("delete from event where slug = 'full'"))
                .as("a statement was made in it").isInstanceOf(SQLException.class);
    }

    private static String word(Statement statement, String column, String event) throws SQLException {
        return only(statement, "select " + column + " from event where slug = '" + event + "'");
    }

    private static String only(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
