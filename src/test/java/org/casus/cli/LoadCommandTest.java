package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go in from a terminal, by a server that runs. */
@QuarkusTest
class LoadCommandTest extends HttpSuite {

    @TempDir
    Path folder;

    /** How it ended, and what it printed. */
    private record Ran(int status, String out, String err) {
    }

    private static Ran run(Map<String, String> environment, String... typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = LoadCommand.run(typed, environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), () -> fail("there is a server"));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran load(String... typed) {
        List<String> words = new ArrayList<>(List.of("--url", "http://localhost:" + RestAssured.port));
        words.addAll(List.of(typed));
        return run(Map.of("CASUS_KEY", ADMIN), words.toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String line(String id) {
        return "{\"id\": \"" + id + "\", \"type\": \"speech\", \"title\": \"By command\", \"when\": \"2023\"}\n";
    }

    @Test
    void a_file_is_loaded_and_its_counts_are_told() throws IOException {
        String id = unique("command");
        String set = dataset();
        Ran ran = load(file("one.ndjson", line(id)), "--dataset=" + set, "--release", "1.0");
        assertThat(ran.err).isEmpty();
        assertThat(ran.out).containsPattern("one.ndjson: import \\d+, Casus NDJSON, a resource a line, into dataset " + set)
                .contains("  1 rows: 1 created, 0 updated, 0 unchanged, 0 flagged, 0 refused\n");
        assertThat(ran.status).isZero();
        reader().get("/events/" + id).then().statusCode(200).body("dataset.id", equalTo(set));
        reader().get("/datasets/" + set + "/releases").then().body("items[0].name", equalTo("1.0"));
        String importId = ran.out.replaceAll("(?s).*import (\\d+),.*", "$1");
        writer().get("/imports/" + importId).then().body("name", equalTo("one.ndjson")).body("author", equalTo("admin"));
    }

    @Test
    void rows_that_are_refused_are_shown_and_the_command_does_not_end_well() throws IOException {
        String id = unique("command");
        StringBuilder lines = new StringBuilder(line(id));
        for (int i = 0; i < 7; i++) {
            lines.append(line(id + "-" + i).replace("2023", "2023-13"));
        }
        Ran ran = load(file("some.ndjson", lines.toString()), file("another.ndjson", line(id + "-other")));
        assertThat(ran.out).contains("8 rows: 1 created, 0 updated, 0 unchanged, 0 flagged, 7 refused")
                .contains("  line 2, /when '2023-13': ").contains("line 6, ").doesNotContain("line 7, ")
                .containsPattern("all of them: curl -H \"Authorization: Bearer \\$CASUS_KEY\" 'http://localhost:\\d+/imports/\\d+/receipts\\?outcome=refused&f=csv'");
        assertThat(ran.status).isEqualTo(1);
        reader().get("/events/" + id + "-other").then().statusCode(200);
    }

    @Test
    void a_file_that_is_not_taken_says_why_and_does_not_keep_the_next_from_being_loaded() throws IOException {
        String id = unique("command");
        Ran ran = load(file("no.csv", "name,age\nAnna,7\n"), file("good.ndjson", line(id)));
        assertThat(ran.out).contains("no.csv: not taken (422): this is text that begins with 'name,age'");
        assertThat(ran.status).isEqualTo(1);
        reader().get("/events/" + id).then().statusCode(200);
        Ran refused = load(file("open.csv", "id,type_of_violence,conflict_name,dyad_name,side_a,side_b,country,date_start,date_end,"
                + "best,high,low\n1,\"open"), "--format", "ucdp-ged");
        assertThat(refused.out).contains("refused: line 2: a quote is opened");
        assertThat(refused.status).isEqualTo(1);
    }

    @Test
    void what_is_typed_wrong_is_told() throws IOException {
        String good = file("good.ndjson", line(unique("command")));
        assertThat(load("--datset", "x", good).err).contains("no option --datset; did you mean 'dataset'?");
        assertThat(load("--dataset").err).contains("--dataset needs a value");
        assertThat(load().err).contains("say which file");
        assertThat(load("nothing-here.csv").err).contains("there is no file 'nothing-here.csv'");
        assertThat(load(good, "--mode", "a", "--mode", "b").err).contains("twice");
        assertThat(run(Map.of(), "--url", "localhost:8080", good).err).contains("for example http://localhost:8080");
        assertThat(run(Map.of(), "--url", "http://localhost:" + RestAssured.port, good).err).contains("CASUS_KEY");
        for (Ran ran : List.of(load("--datset", "x", good), load(), load("nothing-here.csv"), run(Map.of(), "--url", "x", good))) {
            assertThat(ran.status).isEqualTo(2);
            assertThat(ran.out).isEmpty();
        }
        assertThat(load(good, "--mode", "all").out).contains("not taken (400): mode is release");
        assertThat(run(Map.of("CASUS_KEY", "no-such-key"), "--url", "http://localhost:" + RestAssured.port, good).out)
                .contains("not taken (401)");
        assertThat(load("--help").out).contains("load FILE...");
        assertThat(load("--help").status).isZero();
    }

    @Test
    void where_nobody_answers_the_command_says_so() throws IOException {
        String good = file("good.ndjson", line(unique("command")));
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Ran ran = run(Map.of("CASUS_KEY", ADMIN), good, "--url", "http://localhost:" + free);
        assertThat(ran.out).contains("there is no answer from http://localhost:" + free);
        assertThat(ran.status).isEqualTo(1);
    }

    @Test
    void a_bar_shows_how_far_it_is_on_a_terminal_and_nothing_elsewhere_before_some_seconds() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ProgressMeter bar = new ProgressMeter(new PrintStream(shown, true, StandardCharsets.UTF_8), true);
        bar.show("loading", 1, 2, "1 of 2 rows");
        bar.show("loading", 2, 2, "too soon to be shown");
        bar.clear();
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("\r[###############...............] loading  50 %  1 of 2 rows")
                .doesNotContain("too soon").endsWith("\r");
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new ProgressMeter(new PrintStream(plain, true, StandardCharsets.UTF_8), false).show("loading", 1, 2, "1 of 2 rows");
        assertThat(plain.size()).isZero();
    }
}
