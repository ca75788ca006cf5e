package org.casus.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;

/**
 * Writes rows as the server's own write path leaves them: each resource with its key, the revision that created it, and
 * the moment of that revision. A million writes over HTTP would take an hour, this takes minutes.
 */
final class StoreWriter {

    private static final int KEYS_AT_ONCE = 50;
    private static final int COMMIT_EVERY = 20_000;
    private static final String AUTHOR = "bench";

    private final Connection connection;
    private final World world;
    private final List<TableWriter> tables = new ArrayList<>();
    private final TableWriter revisions;
    private long key;
    /** The keys of the first of each kind; those of the others follow. */
    private long firstDataset;
    private long firstPlace;
    private long firstActor;
    private long firstSource;
    private long number;
    private OffsetDateTime moment;

    StoreWriter(Connection connection, World world) throws SQLException {
        this.connection = connection;
        this.world = world;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet head = statement.executeQuery("select number, recorded_at from ledger_head")) {
                head.next();
                number = head.getLong(1);
                moment = head.getObject(2, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
            }
            try (ResultSet next = statement.executeQuery("select next value for casus_key")) {
                next.next();
                key = next.getLong(1);
            }
        }
        revisions = table("revision", "number", "kind", "resource", "dataset", "operation", "recorded_at", "author",
                "reason");
    }

    /** The ids of the event types that have none below them, in the order of their keys. */
    static List<String> types(Connection connection) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select slug from event_type t where not exists"
                        + " (select 1 from event_type b where b.parent_pk = t.pk) order by slug")) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }

    void write(EventMaker maker, List<String> typeIds, int events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            BareTables bareTables = new BareTables(connection);
            writeDatasets();
            writePlaces();
            writeActors();
            writeSources();
            writeEvents(maker, typeIds, events);
            for (TableWriter table : tables) {
                table.close();
            }
            statement.execute("update ledger_head set number = " + number + ", recorded_at = timestamp with time zone '"
                    + moment.toLocalDateTime().toString().replace('T', ' ') + "+00:00'");
            long next = (key / KEYS_AT_ONCE + 2) * KEYS_AT_ONCE + 1;
            statement.execute("alter sequence casus_key restart with " + next);
            bareTables.dress();
            connection.commit();
        }
    }

    private TableWriter table(String name, String... columns) throws SQLException {
        TableWriter table = new TableWriter(connection, name, columns);
        tables.add(table);
        return table;
    }

    private void next(String kind, String id, String dataset) throws SQLException {
        key++;
        number++;
        moment = moment.plus(1, ChronoUnit.MICROS);
        revisions.row(number, kind, id, dataset, "CREATE", moment, AUTHOR, null);
    }

    private void writeDatasets() throws SQLException {
        TableWriter table = table("dataset", "pk", "slug", "revision", "created_at", "updated_at", "title", "publisher");
        firstDataset = key + 1;
        for (World.Dataset one : world.datasets) {
            next("DATASET", one.id(), null);
            table.row(key, one.id(), number, moment, moment, one.title(), one.publisher());
        }
    }

    private void writePlaces() throws SQLException {
        TableWriter table = table("place", "pk", "slug", "revision", "created_at", "updated_at", "name", "kind", "within_pk",
                "lat", "lon", "point_precision");
        TableWriter names = table("place_name", "place_pk", "position", "name", "language");
        firstPlace = key + 1;
        for (World.Place one : world.places) {
            next("PLACE", one.id(), null);
            boolean continent = one.within() < 0;
            table.row(key, one.id(), number, moment, moment, one.name(), one.kind(),
                    continent ? null : firstPlace + one.within(), continent ? null : one.lat(),
                    continent ? null : one.lon(), continent ? null : one.kind().equals("CITY") ? "NEAR" : "COUNTRY");
            if (one.other() != null) {
                names.row(key, 0, one.other(), "mul");
            }
        }
    }

    private void writeActors() throws SQLException {
        TableWriter table = table("actor", "pk", "slug", "revision", "created_at", "updated_at", "name", "kind");
        TableWriter memberships = table("actor_membership", "actor_pk", "position", "kind", "of_pk", "edtf");
        firstActor = key + 1;
        for (World.Actor one : world.actors) {
            next("ACTOR", one.id(), null);
            table.row(key, one.id(), number, moment, moment, one.name(), one.kind());
            if (one.partOf() >= 0) {
                memberships.row(key, 0, "PART_OF", firstActor + one.partOf(), one.since());
            }
        }
    }

    private void writeSources() throws SQLException {
        TableWriter table = table("source", "pk", "slug", "revision", "created_at", "updated_at", "publisher", "title", "url",
                "edtf", "language", "kind");
        firstSource = key + 1;
        for (World.Source one : world.sources) {
            next("SOURCE", one.id(), null);
            table.row(key, one.id(), number, moment, moment, one.publisher(), one.title(), one.url(), one.when(), "en",
                    one.kind());
        }
    }

    private void writeEvents(EventMaker maker, List<String> types, int events) throws SQLException {
        TableWriter table = table("event", "pk", "slug", "revision", "created_at", "updated_at", "type_pk", "title", "summary", "edtf",
                "earliest", "latest", "place_pk", "lat", "lon", "point_precision", "low", "best", "high", "dataset_pk",
                "codings", "tags");
        EventLists lists = new EventLists(table("event_participant", "event_pk", "position", "role", "actor_pk"),
                table("event_relation", "event_pk", "position", "kind", "other_pk", "title"),
                table("event_report", "event_pk", "position", "source_pk", "title", "publisher", "attribution"), key + 1);
        Map<String, Long> typeKeys = typeKeys();
        for (int i = 0; i < events; i++) {
            EventMaker.Made made = maker.make(i);
            next("EVENT", made.id(), world.datasets.get(made.dataset()).id());
            write(made, typeKeys.get(types.get(made.type())), table);
            write(made, lists);
            if (i % COMMIT_EVERY == COMMIT_EVERY - 1) {
                for (TableWriter each : tables) {
                    each.flush();
                }
                connection.commit();
            }
            if (i % 100_000 == 99_999) {
                System.out.println("  " + (i + 1) + " events written");
            }
        }
    }

    /** @param firstEvent the key of the first event; those of the others follow */
    private record EventLists(TableWriter participants, TableWriter relations, TableWriter reports, long firstEvent) {
    }

    private Map<String, Long> typeKeys() throws SQLException {
        Map<String, Long> keys = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select slug, pk from event_type")) {
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getLong(2));
            }
        }
        return keys;
    }

    private void write(EventMaker.Made made, long type, TableWriter events) throws SQLException {
        TimeRange range = Edtf.parse(made.when()).range();
        boolean located = made.precision() != null;
        EventMaker.Deaths deaths = made.deaths();
        events.row(key, made.id(), number, moment, moment, type, made.title(),
                made.summary(), made.when(), range.earliest().atOffset(ZoneOffset.UTC),
                range.latest().atOffset(ZoneOffset.UTC), made.place() < 0 ? null : firstPlace + made.place(),
                located ? made.lat() : null, located ? made.lon() : null, made.precision(),
                deaths == null ? null : deaths.low(), deaths == null ? null : deaths.best(),
                deaths == null ? null : deaths.high(), firstDataset + made.dataset(),
                made.coding() == null ? null : new String[] {"ucdp:" + made.coding()},
                made.tags().isEmpty() ? null : made.tags().toArray(String[]::new));
    }

    private void write(EventMaker.Made made, EventLists lists) throws SQLException {
        int position = 0;
        for (EventMaker.Part part : made.parts()) {
            lists.participants.row(key, position++, part.role(), firstActor + part.actor());
        }
        position = 0;
        for (EventMaker.Relation relation : made.relations()) {
            lists.relations.row(key, position++, relation.kind(), lists.firstEvent + relation.event(), relation.title());
        }
        position = 0;
        for (EventMaker.Report report : made.reports()) {
            World.Source source = world.sources.get(report.source());
            lists.reports.row(key, position++, firstSource + report.source(), source.title(), source.publisher(), report.attribution());
        }
    }
}
