package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
abstract class ApiKeysSuite extends HttpSuite {

    @Inject
    DataSource database;

    private static Response make(String name, String role) {
        Response made = writer().contentType("application/json")
                .body("{\"name\": \"%s\", \"role\": \"%s\"}".formatted(name, role)).post("/keys");
        made.then().statusCode(201).header("Cache-Control", equalTo("private, no-store"));
        return made;
    }

    @Test
    void a_key_is_shown_when_it_is_made_and_never_again() {
        Response made = make("newsroom", "editor");
        made.then().body("key", matchesRegex("casus_[0-9a-z]{12}_[0-9a-zA-Z]{43}")).body("role", equalTo("editor"));
        String id = made.jsonPath().getString("id");
        Response list = writer().get("/keys");
        list.then().statusCode(200).header("Cache-Control", equalTo("private, no-store"))
                .body("items.id", hasItem(id)).body("items.find { it.id == '" + id + "' }", not(hasKey("key")));
        assertThat(list.asString()).doesNotContain(made.jsonPath().getString("key").substring(19)).doesNotContain("hash");
    }

    @Test
    void only_a_hash_of_a_key_is_stored() throws Exception {
        String key = make("stored", "editor").jsonPath().getString("key");
        String secret = key.substring(19);
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from api_key where id = '" + key.substring(6, 18) + "'")) {
            assertThat(rows.next()).isTrue();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(String.valueOf(rows.getString(i)));
            }
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(secret.getBytes(StandardCharsets.UTF_8)));
        assertThat(columns).contains(hash).noneMatch(column -> column.contains(secret));
    }

    @Test
    void an_editor_writes_under_its_name_and_manages_no_keys() {
        String key = make("desk-7", "editor").jsonPath().getString("key");
        String path = "/actors/" + unique("by-editor");
        with(key).contentType("application/json").body("{\"name\": \"x\", \"kind\": \"group\"}").put(path).then().statusCode(201);
        reader().get(path + "/revisions").then().body("items[0].author", equalTo("desk-7"));
        with(key).get("/keys").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        with(key).contentType("application/json").body("{\"name\": \"x\", \"role\": \"admin\"}").post("/keys").then()
                .statusCode(403);
        with(key).delete("/keys/abcdefghijkl").then().statusCode(403);
    }

    @Test
    void a_reader_reads_and_writes_nothing() {
        String key = make("reader", "reader").jsonPath().getString("key");
        with(key).get("/events?limit=1").then().statusCode(200);
        with(key).contentType("application/json").body("{}").post("/events").then().statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        with(key).delete("/actors/mi6?reason=x").then().statusCode(403);
        with(key).get("/keys").then().statusCode(403);
    }

    @Test
    void an_administrator_makes_another() {
        String key = make("second", "admin").jsonPath().getString("key");
        with(key).get("/keys").then().statusCode(200);
        with(key).contentType("application/json").body("{\"name\": \"third\", \"role\": \"reader\"}").post("/keys").then()
                .statusCode(201);
    }

    /** Revisions know their author by it. */
    @Test
    void of_several_who_want_a_name_at_once_one_gets_it_and_another_when_it_is_free() {
        String name = unique("wanted");
        String body = "{\"name\": \"%s\", \"role\": \"editor\"}".formatted(name);
        List<Response> answers = IntStream.range(0, 8).parallel()
                .mapToObj(i -> writer().contentType("application/json").body(body).post("/keys")).toList();
        assertThat(answers.stream().map(Response::statusCode).sorted()).containsExactly(201, 422, 422, 422, 422, 422, 422, 422);
        answers.stream().filter(answer -> answer.statusCode() == 422).findFirst().orElseThrow()
                .then().body("errors.pointer", hasItem("#/name"));
        String id = answers.stream().filter(answer -> answer.statusCode() == 201).findFirst().orElseThrow().jsonPath().getString("id");
        writer().delete("/keys/" + id).then().statusCode(204);
        make(name, "reader");
    }

    @Test
    void a_revoked_key_is_worth_nothing() {
        Response made = make("leaver", "editor");
        String key = made.jsonPath().getString("key");
        String path = "/keys/" + made.jsonPath().getString("id");
        with(key).get("/events?limit=1").then().statusCode(200);
        writer().delete(path).then().statusCode(204);
        with(key).get("/events?limit=1").then().statusCode(401);
        with(key).contentType("application/json").body("{}").post("/events").then().statusCode(401);
        writer().get("/keys").then().body("items.id", not(hasItem(made.jsonPath().getString("id"))));
        writer().delete(path).then().statusCode(404);
    }

    @Test
    void without_a_key_nothing_is_written_and_the_way_to_send_one_is_said() {
        for (String path : List.of("/events", "/keys")) {
            reader().contentType("application/json").body("{}").post(path).then().statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer")).contentType("application/problem+json")
                    .body("type", equalTo("/problems/unauthorized"))
                    .body("detail", containsString("Authorization: Bearer casus_"));
        }
        reader().get("/keys").then().statusCode(401);
        reader().delete("/actors/mi6?reason=x").then().statusCode(401);
        reader().contentType(MERGE_PATCH).body("{}").patch("/actors/mi6").then().statusCode(401);
        reader().contentType("application/json").body("{}").put("/actors/mi6").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer ", "Bearer", "Basic YWRtaW46YWRtaW4=", "casus_x", "Bearer casus_000000000000_0",
        "Bearer the-key-of-the-tests-and-of-nothing-els", "Bearer the-key-of-the-tests-and-of-nothing-else x", "x"})
    void a_key_that_is_none_is_refused_also_where_none_is_needed(String header) {
        reader().header("Authorization", header).get("/events?limit=1").then().statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer")).body("type", equalTo("/problems/unauthorized"));
    }

    @Test
    void a_key_with_another_secret_is_refused() {
        String key = make("near", "admin").jsonPath().getString("key");
        char last = key.charAt(key.length() - 1);
        with(key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a')).get("/keys").then().statusCode(401);
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        reader().header("Authorization", "bearer " + ADMIN).get("/keys").then().statusCode(200);
        reader().header("Authorization", "BEARER " + ADMIN).get("/keys").then().statusCode(200);
    }

    @Test
    void a_key_needs_a_name_and_a_role() {
        writer().contentType("application/json").body("{}").post("/keys").then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("#/name", "#/role"));
        writer().contentType("application/json").body("{\"name\": \"x\", \"role\": \"edtor\", \"expires\": 1}").post("/keys")
                .then().statusCode(422).body("errors.pointer", containsInAnyOrder("#/role", "#/expires"))
                .body("errors.find { it.pointer == '#/role' }.detail", containsString("did you mean 'editor'?"));
    }

    @Test
    void clients_that_can_send_nothing_else_read_with_basic_and_write_nothing() {
        String key = make(unique("qgis"), "editor").jsonPath().getString("key");
        for (String user : List.of("", "anybody")) {
            reader().auth().preemptive().basic(user, key).get("/imports?limit=1").then().statusCode(200);
            reader().auth().preemptive().basic(user, key).head("/events?limit=1").then().statusCode(200);
        }
        reader().auth().preemptive().basic("x", key + "x").get("/events?limit=1").then().statusCode(401);
        String path = "/actors/" + unique("basic");
        // a browser would add it to what a page of another site sends
        reader().auth().preemptive().basic("x", key).contentType("application/json").body("{\"name\": \"x\", \"kind\": \"group\"}")
                .put(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"))
                .body("detail", containsString("Basic is for reading only"));
        reader().get(path).then().statusCode(404);
        // where reads are open, no browser is to ask its user for a password
        assertThat(reader().get("/imports").headers().getValues("WWW-Authenticate")).containsExactly("Bearer realm=\"casus\"");
    }

    @Test
    void who_loaded_what_is_shown_to_keys_alone() {
        String key = make(unique("reader"), "reader").jsonPath().getString("key");
        for (String path : List.of("/imports", "/imports/none", "/imports/none/receipts", "/imports/none/receipts?f=csv")) {
            reader().get(path).then().statusCode(401);
            assertThat(with(key).get(path).statusCode()).isIn(200, 404);
        }
        reader().accept("text/event-stream").get("/imports/none").then().statusCode(401);
        with(key).contentType("text/csv").body("x").put("/imports").then().statusCode(403);
        with(key).delete("/imports/1").then().statusCode(403);
    }

    @Test
    void a_stream_ends_soon_after_its_key_was_revoked() throws Exception {
        Response made = make(unique("listener"), "reader");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET /changes?after=999999 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + "Authorization: Bearer " + made.jsonPath().getString("key") + "\r\n\r\n").replace("?after=999999", "")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            writer().delete("/keys/" + made.jsonPath().getString("id")).then().statusCode(204);
            long from = System.nanoTime();
            assertThat(socket.getInputStream().transferTo(OutputStream.nullOutputStream())).isPositive();
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void what_matters_for_security_is_logged_with_ids_and_addresses_and_without_keys() {
        List<String> lines = new ArrayList<>();
        Handler listening = listening(lines);
        Logger log = Logger.getLogger(SecurityLog.CATEGORY);
        Level before = log.getLevel();
        log.addHandler(listening);
        log.setLevel(Level.INFO);
        String name = unique("logged") + "\\nkey.made id=evil";
        String key;
        String id;
        try {
            Response made = make(name, "reader");
            key = made.jsonPath().getString("key");
            id = made.jsonPath().getString("id");
            with(key).contentType("application/json").body("{}").post("/events").then().statusCode(403);
            with(key + "x").get("/events").then().statusCode(401);
            with(key.substring(0, key.length() - 1) + "_").get("/events").then().statusCode(401);
            reader().get("/imports").then().statusCode(401);
            writer().delete("/keys/" + id).then().statusCode(204);
            with(key).get("/events?limit=1").then().statusCode(401);
        } finally {
            log.removeHandler(listening);
            log.setLevel(before);
        }
        assertThat(lines).allMatch(line -> line.contains(" address=127.0.0.1") && line.lines().count() == 1)
                .noneMatch(line -> line.contains(key.substring(19)));
        assertThat(lines).anyMatch(line -> line.startsWith("key.made key=configured ") && line.contains("id=\"" + id + "\"")
                        && line.contains("\\u{a}key.made id=evil\""))
                .anyMatch(line -> line.startsWith("request.refused key=" + id) && line.contains("needed=\"EDITOR\" method=\"POST\""))
                .anyMatch(line -> line.startsWith("authentication.failed key=" + id) && line.contains("no key in force"))
                .anyMatch(line -> line.startsWith("authentication.failed key=- ") && line.contains("reason=\"no key\"")
                        && line.contains("path=\"/imports\""))
                .anyMatch(line -> line.startsWith("key.revoked key=configured ") && line.contains("id=\"" + id + "\""));
    }

    private static Handler listening(List<String> lines) {
        List<String> synchronised = Collections.synchronizedList(lines);
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                synchronised.add(line.getMessage());
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports", "/imports/", "//imports", "/imports;x=1", "/%69mports", "/x/../imports", "/imports?x=1",
        "/imports/1/receipts;x=1", "/imports;x=1/1"})
    void no_spelling_of_the_path_shows_imports(String path) {
        assertThat(reader().get(path).statusCode()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/keys/", "//keys", "/keys;x=1", "/%6beys", "/x/../keys", "/keys?x=1", "/keys/x"})
    void no_spelling_of_the_path_gets_past_the_policy(String path) {
        assertThat(reader().get(path).statusCode()).isIn(400, 401, 404);
    }
}
