package org.casus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in H2 outlives whatever happens to its migrations. */
class MigrationsTest {

    private static final String COPY = "casus.before-migration.zip";
    private static final List<String> FIRST = List.of("create table event (title varchar(9))",
            "insert into event values ('Invasion')");
    /** As V7 does it: it cannot begin twice. */
    private static final List<String> SECOND = List.of("alter table event rename to event_before",
            "create table event (heading varchar(9))", "insert into event select title from event_before",
            "drop table event_before");

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static final Level LOUD = FLYWAY.getLevel();

    @TempDir
    private Path data;
    @TempDir
    private Path scripts;
    private String url;

    @BeforeAll
    static void what_dies_is_quiet_about_it() {
        FLYWAY.setLevel(Level.OFF);
    }

    @AfterAll
    static void what_dies_elsewhere_is_not() {
        FLYWAY.setLevel(LOUD);
    }

    @BeforeEach
    void the_store_of_an_earlier_version() throws IOException {
        url = "jdbc:h2:retry:" + data.resolve("casus") + ";WRITE_DELAY=0";
        script(1, FIRST);
        start();
    }

    @Test
    void a_store_whose_migration_died_anywhere_begins_with_it_again() throws IOException, SQLException {
        for (int done = 0; done <= SECOND.size(); done++) {
            script(2, diesAfter(done, SECOND));
            assertThatThrownBy(this::start).as("died after %d", done).isInstanceOf(FlywayException.class);
        }
        script(2, SECOND);
        start();
        assertThat(titles("heading")).containsExactly("Invasion");
        assertThat(files()).containsExactly("casus.mv.db");
    }

    @Test
    void all_that_one_start_migrates_is_taken_back_together() throws IOException, SQLException {
        script(2, SECOND);
        script(3, diesAfter(1, List.of("create table place (name varchar(9))", "create table actor (name varchar(9))")));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        assertThat(files()).contains(COPY);
        Files.delete(scripts.resolve("V3__3.sql"));
        Files.delete(scripts.resolve("V2__2.sql"));
        start();
        assertThat(titles("title")).as("by the earlier version").containsExactly("Invasion");
        assertThat(files()).containsExactly("casus.mv.db");
    }

    @Test
    void a_store_whose_first_migration_died_begins_with_it_again() throws IOException, SQLException {
        Files.delete(data.resolve("casus.mv.db"));
        script(1, diesAfter(1, FIRST));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        script(1, FIRST);
        start();
        assertThat(titles("title")).containsExactly("Invasion");
        assertThat(files()).containsExactly("casus.mv.db");
    }

    @Test
    void a_migration_that_failed_may_be_mended_and_begins_again() throws IOException, SQLException {
        script(2, List.of(SECOND.get(0), "no sql"));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        script(2, SECOND);
        start();
        assertThat(titles("heading")).containsExactly("Invasion");
    }

    @Test
    void who_died_over_putting_it_back_is_followed_by_who_does_it_again() throws IOException, SQLException {
        script(2, diesAfter(2, SECOND));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        Files.write(data.resolve("casus.mv.db"), new byte[100_000]);
        script(2, SECOND);
        start();
        assertThat(titles("heading")).containsExactly("Invasion");
    }

    @Test
    void no_copy_stays_after_a_good_start_not_even_part_of_one() throws IOException, SQLException {
        Files.writeString(data.resolve(COPY + ".part"), "what somebody had of it who died");
        start();
        assertThat(files()).as("nothing is pending").containsExactly("casus.mv.db");
        Files.writeString(data.resolve(COPY + ".part"), "what somebody had of it who died");
        script(2, SECOND);
        start();
        assertThat(files()).containsExactly("casus.mv.db");
        assertThat(titles("heading")).containsExactly("Invasion");
    }

    @Test
    void what_is_no_whole_copy_overwrites_nothing() throws IOException, SQLException {
        script(2, diesAfter(2, SECOND));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        byte[] copy = Files.readAllBytes(data.resolve(COPY));
        byte[] before = Files.readAllBytes(data.resolve("casus.mv.db"));
        copy[copy.length / 2] ^= 1;
        Files.write(data.resolve(COPY), copy);
        assertThatThrownBy(this::start).hasMessageContaining(COPY);
        assertThat(Files.readAllBytes(data.resolve("casus.mv.db"))).isEqualTo(before);
    }

    @Test
    void a_full_disk_stops_the_start_before_anything_is_migrated() throws IOException, SQLException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Files.createSymbolicLink(data.resolve(COPY + ".part"), full);
        script(2, SECOND);
        assertThatThrownBy(this::start).hasMessageContaining("the store is left as it was").hasMessageContaining(COPY);
        assertThat(titles("title")).containsExactly("Invasion");
        assertThat(files()).containsExactly("casus.mv.db");
        start();
        assertThat(titles("heading")).containsExactly("Invasion");
    }

    @Test
    void a_store_that_somebody_has_open_is_not_put_back() throws IOException, SQLException {
        script(2, diesAfter(2, SECOND));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        try (Connection other = source().getConnection(); Statement statement = other.createStatement()) {
            assertThatThrownBy(this::start).hasMessageContaining("already in use");
            assertThat(statement.executeQuery("select * from event_before").next()).as("it is what it was").isTrue();
        }
        assertThat(files()).contains(COPY);
    }

    @Test
    void a_copy_of_somebody_who_died_meanwhile_is_not_made_anew() throws IOException {
        FluentConfiguration late = configured();
        script(2, diesAfter(2, SECOND));
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        byte[] copy = Files.readAllBytes(data.resolve(COPY));
        script(2, SECOND);
        assertThatThrownBy(() -> late.load().migrate()).hasMessageContaining("meanwhile");
        assertThat(Files.readAllBytes(data.resolve(COPY))).isEqualTo(copy);
    }

    @Test
    void a_store_of_nearly_the_same_name_is_in_the_way_and_named() throws IOException, SQLException {
        Path other = Files.writeString(data.resolve("casus.old.mv.db"), "kept by hand");
        script(2, SECOND);
        assertThatThrownBy(this::start).hasMessageContaining("move").hasMessageContaining(other.toString());
        Files.move(other, data.resolve("old-casus.mv.db"));
        start();
        assertThat(titles("heading")).containsExactly("Invasion");
    }

    /** SHUTDOWN IMMEDIATELY is how H2 plays a process that is killed. */
    private static List<String> diesAfter(int done, List<String> statements) {
        List<String> cut = new ArrayList<>(statements.subList(0, done));
        cut.add("shutdown immediately");
        return cut;
    }

    private void script(int version, List<String> statements) throws IOException {
        Files.writeString(scripts.resolve("V" + version + "__" + version + ".sql"), String.join(";\n", statements) + ";\n");
    }

    private void start() {
        configured().load().migrate();
    }

    private FluentConfiguration configured() {
        FluentConfiguration flyway = Flyway.configure().dataSource(source()).locations("filesystem:" + scripts);
        new Migrations(new PortReservation(List.of(), ""), url).customize(flyway);
        return flyway;
    }

    private JdbcDataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        return source;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".trace.db")).sorted().toList();
        }
    }

    private List<String> titles(String column) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from event")) {
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
        }
        return titles;
    }
}
