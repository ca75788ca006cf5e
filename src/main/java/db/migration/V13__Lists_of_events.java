package db.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Copies the participants, relations and reports of events from JSON columns into separate tables. H2 and PostgreSQL share no SQL that
 * reads JSON; this is why the migration is written in Java.
 */
public class V13__Lists_of_events extends BaseJavaMigration {

    private static final int PAGE = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NEXT = """
            select pk, slug, participants, relations, reports from event_with_json
            where pk > ? and (participants is not null or relations is not null or reports is not null)
            order by pk fetch first\s""" + PAGE + " rows only";

    /** A row of the table from V7, with its lists as JSON. */
    private record Lists(long pk, String event, String participants, String relations, String reports) {
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Target participants = new Target(connection, "actor",
                        "insert into event_participant (event_pk, position, role, actor_pk) select ?, ?, ?, pk from actor where slug = ?");
                Target relations = new Target(connection, "event", "insert into event_relation (event_pk, position, kind, title, other_pk)"
                        + " select ?, ?, ?, ?, pk from event where slug = ?");
                Target reports = new Target(connection, "source", "insert into event_report (event_pk, position, title, publisher,"
                        + " attribution, note, source_pk) select ?, ?, ?, ?, ?, ?, pk from source where slug = ?")) {
            long last = Long.MIN_VALUE;
            List<Lists> page;
            do {
                page = next(connection, last);
                for (Lists lists : page) {
                    participants.add(lists, lists.participants(), one -> List.of(constant(one, "role")));
                    relations.add(lists, lists.relations(), one -> List.of(constant(one, "kind"), one.path("title").asText()));
                    reports.add(lists, lists.reports(), V13__Lists_of_events::report);
                    last = lists.pk();
                }
                participants.send();
                relations.send();
                reports.send();
            } while (page.size() == PAGE);
        }
    }

    private static List<Lists> next(Connection connection, long last) throws SQLException {
        List<Lists> page = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setLong(1, last);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    page.add(new Lists(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return page;
    }

    private static List<String> report(JsonNode one) {
        List<String> values = new ArrayList<>();
        for (String member : List.of("title", "publisher", "attribution", "note")) {
            values.add(one.path(member).textValue());
        }
        return values;
    }

    /** Returns the name of an enum constant as the database stores it: {@code PART_OF} for {@code partOf}. */
    private static String constant(JsonNode one, String member) {
        return one.path(member).asText().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** Extracts the values of a list element that are inserted between its position and its reference. */
    private interface Values {

        List<String> of(JsonNode element);
    }

    /** A table of list elements, each of which refers to another resource by its id. */
    private static final class Target implements AutoCloseable {

        private final PreparedStatement insert;
        private final String member;
        private final List<String> waiting = new ArrayList<>();

        Target(Connection connection, String member, String sql) throws SQLException {
            this.member = member;
            this.insert = connection.prepareStatement(sql);
        }

        void add(Lists event, String list, Values values) throws SQLException {
            if (list == null) {
                return;
            }
            int position = 0;
            for (JsonNode element : parse(event, list)) {
                insert.setLong(1, event.pk());
                insert.setInt(2, position++);
                int parameter = 2;
                for (String value : values.of(element)) {
                    insert.setString(++parameter, value);
                }
                insert.setString(++parameter, element.path(member).asText());
                insert.addBatch();
                waiting.add("event '" + event.event() + "' refers to the " + member + " '" + element.path(member).asText() + "'");
            }
        }

        private static JsonNode parse(Lists event, String list) {
            try {
                return JSON.readTree(list);
            } catch (JsonProcessingException e) {
                throw new FlywayException("a list of the event '" + event.event() + "' is no JSON: " + list, e);
            }
        }

        void send() throws SQLException {
            int[] counts = insert.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    throw new FlywayException("the " + waiting.get(i) + ", which does not exist");
                }
            }
            waiting.clear();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
