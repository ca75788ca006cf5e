package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casus.SharedData;
import org.junit.jupiter.api.Test;

/** Files come in, every row of them is accounted for, and the next release becomes revisions. */
abstract class ImportSuite extends ImportHttpSuite {

    static final String HEADER = "id,year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
            + "side_a_new_id,gwnoa,side_a,side_b_new_id,side_b,source_article,source_original,where_prec,where_coordinates,"
            + "where_description,adm_1,latitude,longitude,country,country_id,date_prec,date_start,date_end,deaths_a,deaths_b,"
            + "deaths_civilians,deaths_unknown,best,high,low\n";

    /** A row that differs from others in what a test looks at. */
    static String row(int id, String where, String day, String counts) {
        return id + ",2015,1,7,A conflict,8,A dyad,61,369.0,Government of Ukraine,6711,DPR,\"\"\"Reuters,2015-02-03,Fighting,"
                + " and more; they say\"\"\",An officer,1," + where + ",\"Near the\nrailway\",Donetsk Oblast,48.1,37.7,Ukraine,"
                + "369,1," + day + "," + day + " 00:00:00.000,1,2,0,0," + counts + "\n";
    }

    @Test
    void real_files_of_gdelt_are_recognised_and_every_row_accounted_for() throws IOException {
        String set = unique("gdelt");
        JsonPath second = load("dataset=" + set, real("gdelt/20180326044500.export.CSV"));
        assertRows(second, 1540, 1522, 0, 0, 18, 0);
        assertThat(second.getString("mode")).isEqualTo("append");
        JsonPath first = load("dataset=" + set, real("gdelt/gdelt-1.0-sample.CSV"));
        assertRows(first, 710, 701, 0, 0, 9, 0);
        reader().get("/events?dataset=" + set).then().body("total", equalTo(2250));
        reader().get("/events?dataset=" + set + "&actor=russia&limit=1").then()
                .body("items[0].codings[0].scheme", equalTo("cameo"));
    }

    private static byte[] real(String name) throws IOException {
        return Files.readAllBytes(SharedData.path(name));
    }

    @Test
    void a_part_that_nobody_calls_a_release_deletes_nothing() {
        String set = unique("part");
        String tags = "#id" + ",#x".repeat(HEADER.split(",").length - 1) + "\n";
        load("dataset=" + set, HEADER + row(910001, "Kramatorsk city", "2015-02-03", "3,4,3"));
        JsonPath part = load("dataset=" + set, HEADER + tags + row(910002, "Kramatorsk city", "2015-02-04", "3,4,3"));
        assertThat(part.getString("mode")).isEqualTo("append");
        assertThat(part.getInt("rows.deleted")).isZero();
        reader().get("/events/ucdp-910001").then().statusCode(200);

        JsonPath called = load("dataset=" + set + "&release=2", HEADER + tags + row(910002, "Kramatorsk city", "2015-02-04", "3,4,3"));
        assertThat(called.getString("mode")).isEqualTo("release");
        assertThat(called.getInt("rows.deleted")).isEqualTo(1);
    }

    @Test
    void two_releases_of_real_data_become_revisions_and_the_older_one_tombstones() throws IOException {
        String set = unique("ged");
        byte[] first = real("ucdp-ged/ukraine-19.1.csv");
        byte[] second = real("ucdp-ged/ukraine-20.1.csv");
        JsonPath old = load("dataset=" + set + "&release=19.1", first);
        assertRows(old, 993, 975, 0, 0, 18, 0);
        assertThat(old.getInt("rows.before")).isEqualTo(2);
        assertThat(old.getString("seen")).isEqualTo("UCDP GED, 45 columns by name, with a row of HXL tags");
        // conflicts and dyads are events of the dataset too
        reader().get("/events?dataset=" + set + "&tag=ucdp-clarity-1,ucdp-clarity-2").then().body("total", equalTo(993));
        reader().get("/events?actor=ukraine&place=ukraine&dataset=" + set).then().body("total", equalTo(992));

        JsonPath now = load("dataset=" + set + "&release=20.1", second);
        assertRows(now, 1167, 173, 788, 187, 19, 0);
        assertThat(now.getInt("rows.deleted")).isZero();
        // the three that differ in figures, and the descriptions that the older file does not have
        assertThat(now.getMap("changed")).isEqualTo(
                Map.of("fatalities", 1, "location", 1, "place", 1, "title", 1, "tags", 1, "summary", 802));
        reader().get("/events?dataset=" + set + "&tag=ucdp-clarity-1,ucdp-clarity-2&asOf=" + old.getLong("lastRevision"))
                .then().body("total", equalTo(993));
        writer().get("/imports/" + now.getString("id") + "/receipts?outcome=updated&limit=1000").then()
                .body("items", hasSize(788));

        for (String release : List.of("19.1", "20.1")) {
            reader().get("/events?dataset=" + set + "&tag=ucdp-clarity-1,ucdp-clarity-2&asOf=" + set + "@" + release).then()
                    .statusCode(200).body("total", equalTo(release.equals("19.1") ? 993 : 1167));
        }
        reader().get("/datasets/" + set + "/releases").then().statusCode(200)
                .body("items.name", equalTo(List.of("20.1", "19.1")))
                .body("items[1].revision", equalTo(old.getInt("lastRevision")));
        reader().get("/events?asOf=" + set + "@18.1").then().statusCode(400)
                .body("detail", containsString("/datasets/" + set + "/releases lists them"));
        reader().get("/datasets/nothing-of-the-kind/releases").then().statusCode(404);

        JsonPath again = load("dataset=" + set + "&release=20.1", second);
        assertRows(again, 1167, 0, 0, 1148, 19, 0);
        assertThat(again.getMap("changed")).isEmpty();

        JsonPath back = load("dataset=" + set + "&release=19.1", first);
        assertThat(back.getInt("rows.deleted")).isEqualTo(174);
        reader().get("/events/ucdp-324730").then().statusCode(410).body("detail", containsString("was deleted"));
        reader().get("/events/ucdp-324730?asOf=" + now.getLong("lastRevision")).then().statusCode(200);
    }

    @Test
    void rows_are_flagged_or_refused_with_their_line_and_column_and_kept_as_they_stood() {
        String set = unique("small");
        String good = row(910001, "Avdiivka town", "2015-02-03", "3,4,3");
        JsonPath job = load("dataset=" + set, HEADER + good
                + row(910002, "Avdiivka town", "2015-02-30", "3,4,3")
                + row(910003, "Avdiivka town", "2015-02-04", "3,1,3")
                + row(910004, "Avdiivka town", "2015-02-05", "many,4,3")
                + good.replace("910001", "910005").replace("48.1,37.7", "0,0")
                + "a,b\n"
                + row(910001, "Avdiivka town", "2015-02-06", "3,4,3"));
        assertRows(job, 7, 0, 0, 0, 4, 3);
        String receipts = "/imports/" + job.getString("id") + "/receipts";
        writer().get(receipts + "?outcome=refused").then().statusCode(200).body("items", hasSize(3))
                .body("items[0].line", equalTo(4)).body("items[0].row", equalTo(2))
                .body("items[0].objections[0].column", equalTo("date_start"))
                .body("items[0].objections[0].value", equalTo("2015-02-30"))
                .body("items[1].objections[0].column", equalTo("best"))
                .body("items[2].objections[0].rule", containsString("32; this has 2"));
        writer().get(receipts + "?outcome=flagged").then()
                .body("items.objections.column.flatten()", equalTo(List.of("id", "best", "latitude", "id")));
        assertThat(writer().get(receipts + "?f=csv").asString().lines().toList()).hasSize(8)
                .first().isEqualTo("row,line,outcome,event,change,revision,column,value,rule,kind,id");
        assertThat(writer().get(receipts + "?f=ndjson").asString().lines().toList()).hasSize(7);
        writer().get(receipts + "?limit=2").then().body("items.row", equalTo(List.of(1, 2)))
                .body("links.next", equalTo(receipts + "?after=2&limit=2"));

        reader().get("/events/ucdp-910001").then().body("when", equalTo("2015-02-06"))
                .body("participants[0].role", equalTo("initiator")).body("participants[1].actor.name", equalTo("DPR"))
                .body("location.precision", equalTo("exact")).body("reports[0].publisher", equalTo("Reuters"))
                .body("reports[0].source.name", equalTo("Fighting, and more; they say"))
                .body("reports[0].attribution", equalTo("An officer")).body("fatalities.ofTarget", equalTo(2))
                .body("relations[0].event.id", equalTo("ucdp-dyad-8")).body("codings[0].code", equalTo("1"));
        // the row that was overtaken in the same batch never stood
        long first = job.getLong("firstRevision");
        reader().get("/events/ucdp-910001?asOf=" + (first - 1)).then().statusCode(404);
        reader().get("/events/ucdp-910001/revisions").then().body("items", hasSize(1))
                .body("items[0].operation", equalTo("create"));
        reader().get("/places/ukraine-donetsk-oblast-avdiivka-town").then().statusCode(200)
                .body("within.id", equalTo("ukraine-donetsk-oblast"));
        writer().get("/events/ucdp-910003/origin").then().statusCode(200)
                .body("row", equalTo(row(910003, "Avdiivka town", "2015-02-04", "3,1,3").stripTrailing()))
                .body("line", equalTo(6));
    }

    @Test
    void exports_of_receipts_are_as_many_at_once_as_there_are_places_for() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            rows.append("x".repeat(210)).append(",y\n");
        }
        JsonPath job = load("dataset=" + unique("refused"), rows.toString());
        assertRows(job, 30_000, 0, 0, 0, 0, 30_000);
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.connect(new InetSocketAddress("localhost", RestAssured.port));
                socket.getOutputStream().write(("GET " + receipts(job) + "?f=ndjson HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ADMIN + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                idle.add(socket);
            }
            writer().get(receipts(job) + "?f=csv").then().statusCode(503).header("Retry-After", notNullValue());
            writer().get(receipts(job)).then().statusCode(200);
            // who takes nothing is dropped, and the place is free again
            Response export = writer().get(receipts(job) + "?f=csv");
            for (int i = 0; i < 300 && export.statusCode() == 503; i++) {
                sleep();
                export = writer().get(receipts(job) + "?f=csv");
            }
            assertThat(export.then().statusCode(200).extract().asString().lines().count()).isEqualTo(30_001);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        for (int i = 0; i < 5; i++) {
            writer().head(receipts(job) + "?f=ndjson").then().statusCode(200);
        }
    }

    @Test
    void an_import_is_watched_until_it_has_ended() {
        String id = writer().contentType("text/csv").body(HEADER + row(970001, "Kramatorsk city", "2015-02-03", "3,4,3"))
                .put("/imports?dataset=" + unique("watched")).then().statusCode(202).extract().path("id");
        List<String> told = writer().accept("text/event-stream").get("/imports/" + id).then().statusCode(200)
                .extract().asString().lines().filter(line -> line.startsWith("data:"))
                .map(line -> JsonPath.from(line.substring("data:".length())).getString("state")).toList();
        assertThat(told).last().isEqualTo("done");
        writer().accept("text/event-stream").get("/imports/0").then().statusCode(404);
    }

    @Test
    void an_import_that_is_cancelled_ends_and_one_that_has_ended_stays() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 5000; i++) {
            rows.append(row(980000 + i, "Lysychansk city", "2015-02-03", "3,4,3"));
        }
        String id = writer().contentType("text/csv").body(rows.toString())
                .put("/imports?dataset=" + unique("cancelled")).then().statusCode(202).extract().path("id");
        writer().delete("/imports/" + id).then().statusCode(202);
        JsonPath job = ended(id);
        assertThat(job.getString("state")).isEqualTo("cancelled");
        assertThat(job.getInt("rows.read")).isLessThan(5000).isEqualTo(job.getInt("rows.created"));
        writer().delete("/imports/" + id).then().statusCode(202).body("state", equalTo("cancelled"));
    }

    @Test
    void a_row_that_the_model_has_no_room_for_is_refused_and_the_others_are_loaded() {
        JsonPath job = load("dataset=" + unique("room"), HEADER + row(990001, "Kramatorsk city", "2015-02-03", "3,4,3")
                + row(990002, "Kramatorsk\0 city", "2015-02-03", "3,4,3")
                + row(990003, "Kramatorsk city", "2015-02-03", "3,4,3").replace(",6711,DPR", "," + "6".repeat(300) + ",DPR"));
        assertRows(job, 3, 1, 0, 0, 0, 2);
        writer().get("/imports/" + job.getString("id") + "/receipts?outcome=refused").then()
                .body("items[0].objections[0].rule", equalTo("has no NUL character"))
                .body("items[1].objections[0].rule", equalTo("an identifier has at most 200 characters"));
    }

    @Test
    void what_a_spreadsheet_would_compute_is_text_in_receipts() {
        JsonPath job = load("dataset=" + unique("formula"), HEADER + row(960001, "Kramatorsk city", "=1+1", "3,4,3"));
        assertRows(job, 1, 0, 0, 0, 0, 1);
        assertThat(writer().get("/imports/" + job.getString("id") + "/receipts?f=csv").asString()).contains(",'=1+1,");
    }

    @Test
    void what_an_editor_corrected_survives_a_release_that_does_not_touch_it_and_is_flagged_where_it_does() {
        String set = unique("edited");
        load("dataset=" + set, HEADER + row(920001, "Mariupol city", "2015-02-03", "3,4,3")
                + row(920002, "Mariupol city", "2015-02-03", "3,4,3") + row(920003, "Mariupol city", "2015-02-03", "3,4,3"));
        patch("/events/ucdp-920001", "{\"title\": \"Corrected here\"}");
        patch("/events/ucdp-920002", "{\"fatalities\": {\"low\": 9, \"best\": 9, \"high\": 9}}");
        JsonPath job = load("dataset=" + set, HEADER + row(920001, "Mariupol city", "2015-02-03", "4,4,3")
                + row(920002, "Mariupol city", "2015-02-03", "4,4,3"));
        assertRows(job, 2, 0, 1, 0, 1, 0);
        assertThat(job.getInt("rows.deleted")).isEqualTo(1);
        reader().get("/events/ucdp-920001").then().body("title", equalTo("Corrected here"))
                .body("fatalities.best", equalTo(4));
        reader().get("/events/ucdp-920002").then().body("fatalities.best", equalTo(4));
        writer().get("/imports/" + job.getString("id") + "/receipts?outcome=flagged").then()
                .body("items[0].event", equalTo("ucdp-920002"))
                .body("items[0].objections[0].column", equalTo("fatalities"))
                .body("items[0].objections[0].rule", containsString("had been corrected here"));
        reader().get("/events/ucdp-920003").then().statusCode(410);

        // what was kept then is kept by every release that does not touch it
        load("dataset=" + set, HEADER + row(920001, "Mariupol city", "2015-02-03", "4,5,3"));
        reader().get("/events/ucdp-920001").then().body("title", equalTo("Corrected here"))
                .body("fatalities.best", equalTo(4)).body("fatalities.low", equalTo(3)).body("fatalities.high", equalTo(5));
        JsonPath touching = load("dataset=" + set, HEADER + row(920001, "Mariupol town", "2015-02-03", "4,5,3"));
        assertRows(touching, 1, 0, 0, 0, 1, 0);
        reader().get("/events/ucdp-920001").then().body("title", containsString("Mariupol town"));
    }

    @Test
    void appending_deletes_nothing_and_a_release_of_a_place_only_what_is_there() {
        String set = unique("append");
        String elsewhere = row(930002, "Minsk city", "2015-02-04", "3,4,3").replace("Donetsk Oblast", "Minsk region")
                .replace("Ukraine,369", "Belarus,370");
        load("dataset=" + set, HEADER + row(930001, "Horlivka city", "2015-02-03", "3,4,3") + elsewhere);
        JsonPath appended = load("mode=append&dataset=" + set, HEADER + row(930003, "Horlivka city", "2015-02-05", "3,4,3"));
        assertRows(appended, 1, 1, 0, 0, 0, 0);
        assertThat(appended.getInt("rows.deleted")).isZero();
        JsonPath scoped = load("scope=place:ukraine&dataset=" + set,
                HEADER + row(930003, "Horlivka city", "2015-02-05", "3,4,3"));
        assertThat(scoped.getInt("rows.deleted")).isEqualTo(1);
        reader().get("/events/ucdp-930001").then().statusCode(410);
        reader().get("/events/ucdp-930002").then().statusCode(200);
    }

    @Test
    void an_event_whose_row_is_refused_is_not_gone_from_the_release() {
        String set = unique("kept");
        load("dataset=" + set, HEADER + row(931001, "Horlivka city", "2015-02-03", "3,4,3")
                + row(931002, "Horlivka city", "2015-02-03", "3,4,3") + row(931003, "Horlivka city", "2015-02-03", "3,4,3"));
        String good = row(931003, "Horlivka city", "2015-02-03", "3,4,3");
        JsonPath job = load("dataset=" + set, HEADER + row(931001, "Horlivka city", "2015-02-30", "3,4,3") + good);
        assertRows(job, 2, 0, 0, 1, 0, 1);
        assertThat(job.getInt("rows.deleted")).isEqualTo(1);
        writer().get(receipts(job) + "?outcome=refused").then().body("items[0].event", equalTo("ucdp-931001"));
        reader().get("/events/ucdp-931001").then().statusCode(200);
        reader().get("/events/ucdp-931002").then().statusCode(410);

        // a row that may be of any event: nothing is deleted
        JsonPath torn = load("dataset=" + set, HEADER + good + "931001,2015,1\n");
        assertRows(torn, 2, 0, 0, 1, 0, 1);
        assertThat(torn.getInt("rows.deleted")).isZero();
        assertThat(torn.getString("detail")).startsWith("1 rows were refused").contains("was not deleted");
        reader().get("/events/ucdp-931001").then().statusCode(200);

        JsonPath empty = load("dataset=" + set, HEADER);
        assertThat(empty.getString("state")).isEqualTo("refused");
        assertThat(empty.getString("detail")).contains("would delete all");
        assertRows(load("mode=append&dataset=" + set, HEADER), 0, 0, 0, 0, 0, 0);
        reader().get("/events/ucdp-931003").then().statusCode(200);
    }

    @Test
    void the_same_row_in_another_dataset_moves_its_event_there() {
        String one = unique("one");
        String other = unique("other");
        String file = HEADER + row(945001, "Rubizhne city", "2015-02-03", "3,4,3");
        load("dataset=" + one, file);
        JsonPath moving = load("dataset=" + other, file);
        assertRows(moving, 1, 0, 0, 0, 1, 0);
        writer().get(receipts(moving)).then().body("items[0].objections[0].column", equalTo("dataset"))
                .body("items[0].objections[0].value", equalTo(one)).body("items[0].change", equalTo("updated"));
        reader().get("/events/ucdp-945001").then().body("dataset.id", equalTo(other));
    }

    @Test
    void an_id_that_stands_in_a_file_twice_changes_nothing_the_second_time() {
        String set = unique("twice");
        String file = HEADER + row(945101, "Rubizhne city", "2015-02-03", "3,4,3") + row(945102, "Rubizhne city", "2015-02-03", "3,4,3")
                + row(945101, "Rubizhne city", "2015-02-03", "5,6,5");
        JsonPath first = load("release=1&dataset=" + set, file);
        assertRows(first, 3, 1, 0, 0, 2, 0);
        writer().get(receipts(first)).then().body("items[0].objections[0].rule", containsString("in line 6"))
                .body("items[2].change", equalTo("created"));
        JsonPath again = load("release=2&dataset=" + set, file);
        assertRows(again, 3, 0, 0, 1, 2, 0);
        reader().get("/events/ucdp-945101/revisions").then().body("items", hasSize(1));
        reader().get("/events/ucdp-945101").then().body("fatalities.best", equalTo(5));
    }

    @Test
    void a_row_that_a_quote_was_left_open_in_says_how_far_it_goes() {
        JsonPath job = load("dataset=" + unique("open"), HEADER + row(945201, "Rubizhne city", "2015-02-03", "3,4,3")
                + "945202,\"abc,\n" + row(945203, "Rubizhne city", "2015-02-03", "3,4,3"));
        writer().get(receipts(job) + "?outcome=refused").then()
                .body("items[0].objections[0].rule", containsString("goes on to line")).body("items[0].line", equalTo(4));
    }

    @Test
    void a_form_and_an_archive_of_files_are_no_file() {
        writer().multiPart("file", "ged.csv", HEADER).post("/imports").then().statusCode(415)
                .body("detail", containsString("curl -T"));
        byte[] tar = new byte[1024];
        byte[] name = "ged.csv".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, tar, 0, name.length);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        writer().contentType("application/octet-stream").body(tar).put("/imports").then().statusCode(422)
                .body("detail", containsString("tar archive"));
    }

    private static String inConflict(int conflict, String rows) {
        return rows.replace(",7,A conflict,8,A dyad,", "," + conflict + ",A conflict," + (conflict + 1) + ",A dyad,");
    }

    @Test
    void a_conflict_covers_what_any_file_says_of_it_and_what_a_release_of_its_dataset_says() {
        String set = unique("whole");
        String candidate = unique("candidate");
        String first = row(946001, "Shchastia city", "2015-02-03", "3,4,3");
        String second = row(946002, "Shchastia city", "2017-02-05", "3,4,3");
        String later = row(946003, "Shchastia city", "2020-01-05", "3,4,3");
        load("release=1&dataset=" + set, HEADER + inConflict(7101, first + second));
        reader().get("/events/ucdp-conflict-7101").then().body("when", equalTo("2015-02-03/2017-02-05"));

        load("release=1&dataset=" + candidate, HEADER + inConflict(7101, later));
        reader().get("/events/ucdp-dyad-7102").then().body("when", equalTo("2015-02-03/2020-01-05"))
                .body("dataset.id", equalTo(set));
        load("mode=append&dataset=" + set, HEADER + inConflict(7101, row(946004, "Shchastia city", "2014-02-05", "3,4,3")));
        reader().get("/events/ucdp-conflict-7101").then().body("when", equalTo("2014-02-05/2020-01-05"));
        load("release=2&scope=place:ukraine&dataset=" + set, HEADER + inConflict(7101, second.replace("3,4,3", "3,5,3")));
        reader().get("/events/ucdp-conflict-7101").then().body("when", equalTo("2017-02-05/2020-01-05"));

        load("release=3&dataset=" + set, HEADER + inConflict(7101, first.replace("3,4,3", "3,6,3") + later));
        reader().get("/events/ucdp-conflict-7101").then().body("when", equalTo("2015-02-03/2020-01-05"));
    }

    @Test
    void a_conflict_goes_with_the_last_of_its_rows_unless_others_refer_to_it() {
        String set = unique("wholes");
        String stays = inConflict(7301, row(946101, "Shchastia city", "2015-02-03", "3,4,3"));
        String goes = inConflict(7303, row(946102, "Shchastia city", "2015-02-03", "3,4,3"));
        String referred = inConflict(7305, row(946103, "Shchastia city", "2015-02-03", "3,4,3"));
        load("release=1&dataset=" + set, HEADER + stays + goes + referred);
        create("/events/" + unique("editors"), "{\"type\": \"speech\", \"title\": \"A speech\", \"when\": \"2015\", \"dataset\": \"" + set
                + "\", \"relations\": [{\"kind\": \"refersTo\", \"event\": \"ucdp-conflict-7305\"}]}");

        JsonPath next = load("release=2&dataset=" + set, HEADER + stays);
        assertThat(writer().get(receipts(next) + "?outcome=deleted").jsonPath().getList("items.event")).containsExactlyInAnyOrder(
                "ucdp-946102", "ucdp-946103", "ucdp-dyad-7304", "ucdp-conflict-7303", "ucdp-dyad-7306");
        assertThat(next.getInt("rows.deleted")).isEqualTo(5);
        assertThat(writer().get(receipts(next) + "?outcome=kept").jsonPath().getList("items.event"))
                .containsExactly("ucdp-conflict-7305");
        reader().get("/events/ucdp-conflict-7303").then().statusCode(410).body("detail", containsString("not in " + set + " 2 any more"));
        reader().get("/events/ucdp-dyad-7302").then().statusCode(200);
        reader().get("/events?dataset=" + set).then().body("total", equalTo(5));
        // the editor's speech and the event of the row
        reader().get("/events?dataset=" + set + "&tag.not=ucdp-conflict,ucdp-dyad").then().body("total", equalTo(2));

        assertRows(load("release=3&dataset=" + set, HEADER + stays + goes), 2, 1, 0, 1, 0, 0);
        reader().get("/events/ucdp-conflict-7303").then().statusCode(200);
    }

    @Test
    void a_conflict_whose_first_or_last_row_is_gone_is_as_long_as_what_is_left_of_it_in_any_dataset() {
        String set = unique("wholes");
        String first = inConflict(7311, row(946111, "Shchastia city", "2015-02-03", "3,4,3"));
        String second = inConflict(7311, row(946112, "Shchastia city", "2017-02-05", "3,4,3"));
        String last = inConflict(7311, row(946113, "Shchastia city", "2019-02-05", "3,4,3"));
        load("release=1&dataset=" + set, HEADER + first + second + last);
        JsonPath next = load("release=2&dataset=" + set, HEADER + first + second);
        assertRows(next, 2, 0, 0, 1, 1, 0);
        for (String whole : List.of("dyad-7312", "conflict-7311")) {
            reader().get("/events/ucdp-" + whole).then().body("when", equalTo("2015-02-03/2017-02-05"))
                    .body("revision", lessThanOrEqualTo(next.getInt("lastRevision")));
        }
        load("mode=append&dataset=" + unique("candidate"), HEADER + last.replace("946113", "946114"));
        load("release=3&dataset=" + set, HEADER + second);
        reader().get("/events/ucdp-conflict-7311").then().body("when", equalTo("2017-02-05/2019-02-05"));

        patch("/events/ucdp-conflict-7311", "{\"when\": \"2014/2019\"}");
        load("release=4&dataset=" + set, HEADER + second.replace("2017", "2018"));
        reader().get("/events/ucdp-conflict-7311").then().body("when", equalTo("2014/2019"));
        reader().get("/events/ucdp-dyad-7312").then().body("when", equalTo("2018-02-05/2019-02-05"));
    }

    @Test
    void an_actor_is_called_what_a_release_calls_it_unless_somebody_else_named_it() {
        String set = unique("names");
        String row = row(946121, "Shchastia city", "2015-02-03", "3,4,3").replace("6711,DPR", "967001,Old name")
                .replace("61,369.0,Government of Ukraine", "967002,,Old rebels");
        load("release=1&dataset=" + set, HEADER + row);
        patch("/actors/ucdp-actor-967002", "{\"description\": \"Known here\"}");
        String renamed = row.replace("Old name", "New name").replace("Old rebels", "New rebels");
        load("mode=append&dataset=" + set, HEADER + renamed.replace("946121", "946122"));
        reader().get("/actors/ucdp-actor-967001").then().body("name", equalTo("Old name"));
        load("release=2&dataset=" + set, HEADER + renamed);
        reader().get("/actors/ucdp-actor-967001").then().body("name", equalTo("New name"));
        reader().get("/actors/ucdp-actor-967002").then().body("name", equalTo("Old rebels"));
        reader().get("/events/ucdp-946121?asOf=" + set + "@1").then().body("participants.actor.name", hasItem("Old name"));
    }

    @Test
    void what_an_editor_corrected_of_a_conflict_survives_and_is_flagged_like_that_of_an_event() {
        String set = unique("whole");
        String row = inConflict(7201, row(947001, "Shchastia city", "2015-02-03", "3,4,3"));
        load("release=1&dataset=" + set, HEADER + row);
        patch("/events/ucdp-conflict-7201", "{\"title\": \"Corrected\", \"summary\": \"Said here\"}");
        JsonPath touching = load("release=2&dataset=" + set, HEADER + row.replace("3,4,3", "3,5,3").replace("2015-02-03", "2015-02-04"));
        reader().get("/events/ucdp-conflict-7201").then().body("title", equalTo("Corrected")).body("summary", equalTo("Said here"))
                .body("when", equalTo("2015-02-04"));
        assertRows(touching, 1, 0, 1, 0, 0, 0);

        JsonPath renaming = load("release=3&dataset=" + set, HEADER + row.replace("3,4,3", "3,6,3").replace("A conflict", "A war"));
        reader().get("/events/ucdp-conflict-7201").then().body("title", equalTo("A war")).body("summary", equalTo("Said here"));
        writer().get(receipts(renaming)).then().body("items[0].outcome", equalTo("flagged"))
                .body("items[0].objections[0].column", equalTo("title")).body("items[0].objections[0].value", equalTo("Corrected"))
                .body("items[0].objections[0].rule", containsString("ucdp-conflict-7201"));
    }

    @Test
    void an_event_that_was_deleted_here_comes_back_with_a_row_that_changed_and_its_receipt_says_so() {
        String set = unique("deleted");
        String row = row(948001, "Shchastia city", "2015-02-03", "3,4,3");
        load("dataset=" + set, HEADER + row);
        writer().header("If-Match", "*").delete("/events/ucdp-948001?reason=twice").then().statusCode(204);
        JsonPath changed = load("dataset=" + set, HEADER + row.replace("3,4,3", "3,5,3"));
        assertRows(changed, 1, 0, 0, 0, 1, 0);
        writer().get(receipts(changed)).then().body("items[0].change", equalTo("created"))
                .body("items[0].objections[0].rule", containsString("was deleted here"));
    }

    @Test
    void a_file_says_nothing_of_what_it_has_no_columns_for() {
        String set = unique("columns");
        load("dataset=" + set, HEADER + row(949001, "Shchastia city", "2015-02-03", "3,4,3"));
        JsonPath before = reader().get("/events/ucdp-949001").jsonPath();
        JsonPath fewer = load("dataset=" + set, "id,type_of_violence,conflict_name,dyad_name,side_a,side_a_new_id,side_b,side_b_new_id,"
                + "country,date_start,date_end,best,high,low\n"
                + "949001,1,A conflict,A dyad,Government of Ukraine,61,DPR,6711,Ukraine,2015-02-03,2015-02-03,4,5,4\n");
        assertThat(fewer.getInt("rows.updated") + fewer.getInt("rows.flagged")).isEqualTo(1);
        JsonPath after = reader().get("/events/ucdp-949001").jsonPath();
        for (String member : List.of("location", "place", "summary", "reports")) {
            assertThat(before.<Object>get(member)).as(member).isNotNull();
            assertThat(after.<Object>get(member)).as(member).isEqualTo(before.get(member));
        }
        assertThat(after.getInt("fatalities.best")).isEqualTo(4);
        assertThat(after.getInt("fatalities.low")).isEqualTo(4);
    }

    @Test
    void a_correction_survives_a_file_without_its_column_and_the_next_one_with_it() {
        String set = unique("columns");
        String row = row(949101, "Shchastia city", "2015-02-03", "3,4,3");
        load("dataset=" + set, HEADER + row);
        patch("/events/ucdp-949101", "{\"summary\": \"Corrected here\"}");
        load("dataset=" + set, (HEADER + row.replace("3,4,3", "3,5,3")).replace("where_description,", "unknown,"));
        reader().get("/events/ucdp-949101").then().body("summary", equalTo("Corrected here")).body("fatalities.high", equalTo(5));
        load("dataset=" + set, HEADER + row.replace("3,4,3", "3,6,3"));
        reader().get("/events/ucdp-949101").then().body("summary", equalTo("Corrected here")).body("fatalities.high", equalTo(6));
    }

    @Test
    void archives_are_unpacked_and_digests_checked() throws IOException {
        String set = unique("packed");
        byte[] plain = (HEADER + row(940001, "Shchastia city", "2015-02-03", "3,4,3")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("ged.csv"));
            out.write(plain);
            out.closeEntry();
        }
        JsonPath first = load("dataset=" + set, gzip.toByteArray());
        assertRows(first, 1, 1, 0, 0, 0, 0);
        JsonPath second = load("dataset=" + set, zip.toByteArray());
        assertRows(second, 1, 0, 0, 1, 0, 0);
        assertThat(second.getString("sha256")).isEqualTo(first.getString("sha256"));
        String right = "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(first.getString("sha256"))) + ":";
        for (String digest : List.of("sha-256=:AAAA:", "sha-256=:A:", "sha-256=:AAAAA:", "sha-256=AAAA", "foo", right + ", sha-256=:AAAA:",
                right.replace("sha", "SHA"))) {
            writer().contentType("text/csv").header("Content-Digest", digest).body(plain).put("/imports")
                    .then().statusCode(400).body("errors[0].header", equalTo("Content-Digest"));
        }
        writer().contentType("text/csv").header("Content-Digest", right).header("Content-Digest", "sha-256=:AAAA:").body(plain)
                .put("/imports").then().statusCode(400);
        writer().contentType("text/csv").header("Content-Digest", "md5=:AAAA:, " + right).body(plain)
                .put("/imports?dataset=" + set).then().statusCode(202);
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(two)) {
            out.putNextEntry(new ZipEntry("ged.csv"));
            out.write(plain);
            out.putNextEntry(new ZipEntry("another.csv"));
        }
        writer().body(two.toByteArray()).put("/imports").then().statusCode(422)
                .body("detail", containsString("more than one file"));
        for (int cut : List.of(40, gzip.size() - 4)) {
            writer().body(Arrays.copyOf(gzip.toByteArray(), cut)).put("/imports").then().statusCode(422)
                    .body("detail", containsString("may have been cut off"));
        }
        ByteArrayOutputStream mac = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(mac)) {
            out.putNextEntry(new ZipEntry("ged.csv"));
            out.write(plain);
            out.putNextEntry(new ZipEntry("__MACOSX/._ged.csv"));
            out.write(1);
        }
        assertRows(load("dataset=" + set, mac.toByteArray()), 1, 0, 0, 1, 0, 0);
    }

    @Test
    void a_file_that_is_not_what_it_says_is_refused_with_what_was_found() {
        List<byte[]> files = new ArrayList<>(List.of(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                "{\"type\": \"FeatureCollection\"}".getBytes(StandardCharsets.UTF_8),
                HEADER.getBytes(StandardCharsets.UTF_16),
                (HEADER + row(950009, "Sloviansk city", "2015-02-03", "3,4,3").replace("\n", " ")).replace('\n', '\r')
                        .getBytes(StandardCharsets.UTF_8), "name,age\nAnna,7\n".getBytes(StandardCharsets.UTF_8)));
        List<String> found = List.of("a PNG image", "JSON", "UTF-16", "carriage returns alone", "text that begins with 'name,age'");
        for (int i = 0; i < files.size(); i++) {
            writer().contentType("text/csv").body(files.get(i)).put("/imports").then().statusCode(422)
                    .body("detail", containsString(found.get(i))).body("detail", containsString("nothing was stored"));
        }
        String set = unique("broken");
        JsonPath open = load("dataset=" + set, HEADER + row(950001, "Sloviansk city", "2015-02-03", "3,4,3")
                + "950002,2015,1,7,\"A conflict\n");
        assertThat(open.getString("state")).isEqualTo("refused");
        assertThat(open.getString("detail")).contains("line 4").contains("never closed");
        JsonPath latin = load("dataset=" + set, (HEADER + row(950003, "Zürich", "2015-02-03", "3,4,3"))
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.getString("state")).isEqualTo("refused");
        assertThat(latin.getString("detail")).contains("line 2").contains("UTF-8");
        reader().get("/events/ucdp-950001").then().statusCode(404);
        reader().get("/datasets/" + set).then().statusCode(404);
    }

    @Test
    void parameters_that_are_wrong_are_told_before_anything_is_kept() {
        writer().body("x").put("/imports?format=ucdp").then().statusCode(400)
                .body("errors[0].parameter", equalTo("format")).body("detail", containsString("auto, "));
        for (String parameter : List.of("release=" + "9".repeat(101), "release=a%20b", "name=" + "n".repeat(501), "name=a%0Ab",
                "dataset=A", "nothing=1")) {
            writer().body("x").put("/imports?" + parameter).then().statusCode(400)
                    .body("errors[0].parameter", equalTo(parameter.substring(0, parameter.indexOf('='))));
        }
        writer().body("x").put("/imports?mode=all").then().statusCode(400).body("errors[0].parameter", equalTo("mode"));
        writer().body("x").put("/imports?scope=place:nowhere").then().statusCode(400)
                .body("errors[0].parameter", equalTo("scope")).body("detail", containsString("'nowhere'"));
        load("", HEADER + row(951001, "Shchastia city", "2015-02-03", "3,4,3"));
        writer().body(HEADER + row(951001, "Shchastia city", "2015-02-03", "3,4,3")).put("/imports?mode=append&scope=place:ukraine")
                .then().statusCode(400).body("errors[0].parameter", equalTo("scope"))
                .body("detail", containsString("mode=release"));
        reader().body("x").put("/imports").then().statusCode(401);
        writer().get("/imports/none").then().statusCode(404);
        writer().get("/imports?limit=5").then().statusCode(200);

        String set = unique("typed");
        create("/datasets/" + set, "{\"title\": \"A dataset without imports\"}");
        writer().get("/imports?dataset=" + set).then().statusCode(200).body("items", hasSize(0));
        writer().get("/imports?dataset=" + set + "x").then().statusCode(400)
                .body("errors[0].parameter", equalTo("dataset")).body("detail", containsString("did you mean '" + set + "'?"));
        reader().get("/events/nothing-of-the-kind/origin").then().statusCode(404);
    }
}
