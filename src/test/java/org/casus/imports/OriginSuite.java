package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.casus.imports.job.ImportJob;
import org.casus.store.Transactions;
import org.junit.jupiter.api.Test;

/** What is shown of the files that events come from, and to whom. */
abstract class OriginSuite extends ImportHttpSuite {

    @Test
    void the_row_of_what_was_deleted_is_gone_and_the_reason_is_told() {
        String set = unique("origin");
        load("release=1&dataset=" + set, ImportSuite.HEADER + ImportSuite.row(945301, "Rubizhne city", "2015-02-03", "3,4,3")
                + ImportSuite.row(945302, "Rubizhne city", "2015-02-03", "3,4,3"));
        load("release=2&dataset=" + set, ImportSuite.HEADER + ImportSuite.row(945302, "Rubizhne city", "2015-02-03", "3,4,3"));
        reader().get("/events/ucdp-945301/origin").then().statusCode(410)
                .body("detail", containsString("not in " + set + " 2 any more"));
        reader().get("/events/no-such-event/origin").then().statusCode(404);
    }

    @Test
    void the_row_of_what_an_editor_deleted_is_gone_too_and_comes_not_back_with_another_event_of_the_id() {
        String set = unique("origin");
        load("dataset=" + set, ImportSuite.HEADER + ImportSuite.row(945311, "Rubizhne city", "2015-02-03", "3,4,3"));
        String path = "/events/ucdp-945311";
        reader().get(path + "/origin").then().statusCode(200).body("cells.where_coordinates", equalTo("Rubizhne city"));
        delete(path);
        for (RequestSpecification who : List.of(reader(), writer())) {
            who.get(path + "/origin").then().statusCode(410).body("detail", containsString("it served its test"))
                    .body("cells", nullValue()).body("row", nullValue());
        }
        reader().get(path + "/origin?asOf=1").then().statusCode(400);
        create(path, event("Another", "2024", ""));
        writer().get(path + "/origin").then().statusCode(404);
        load("dataset=" + set, ImportSuite.HEADER + ImportSuite.row(945311, "Rubizhne city", "2015-02-03", "3,5,4"));
        reader().get(path + "/origin").then().statusCode(200).body("cells.best", equalTo("3"));
    }

    /** Analysts keep columns of their own beside those of a dataset. */
    @Test
    void columns_that_nothing_is_known_of_are_shown_to_editors_alone() {
        String header = ImportSuite.HEADER.stripTrailing() + ",private notes\n";
        load("mode=append&dataset=" + unique("columns"), header
                + ImportSuite.row(945321, "Rubizhne city", "2015-02-03", "3,5,4").stripTrailing() + ",\"source: A. N. Other, +1 555\"\n");
        String path = "/events/ucdp-945321/origin";
        String key = writer().contentType("application/json").body("{\"name\": \"" + unique("reader") + "\", \"role\": \"reader\"}")
                .post("/keys").jsonPath().getString("key");
        for (RequestSpecification who : List.of(reader(), with(key))) {
            Response shown = who.get(path);
            shown.then().statusCode(200).body("cells.id", equalTo("945321")).body("cells.where_coordinates", equalTo("Rubizhne city"))
                    .body("cells.where_description", equalTo("Near the\nrailway")).body("row", nullValue());
            assertThat(shown.asString()).doesNotContain("A. N. Other").doesNotContain("notes");
        }
        writer().get(path).then().statusCode(200).body("row", containsString("A. N. Other"))
                .body("cells.id", equalTo("945321")).body("cells", not(hasKey("private notes")));
    }

    @Test
    void names_of_files_lose_their_folders() {
        for (String name : List.of("C:%5CUsers%5Cme%5Cged.csv", "/home/me/ged.csv", "..%5C/ged.csv", "ged.csv")) {
            load("mode=append&name=" + name + "&dataset=" + unique("named"), ImportSuite.HEADER + ImportSuite.row(945331, "Rubizhne city", "2015-02-03", "3,5,4"));
            writer().get("/imports?limit=1").then().body("items[0].name", equalTo("ged.csv"));
        }
        String id = load("mode=append&name=/home/me/&dataset=" + unique("named"), ImportSuite.HEADER + ImportSuite.row(945331, "Rubizhne city", "2015-02-03", "3,5,4"))
                .getString("id");
        writer().get("/imports/" + id).then().body("name", nullValue());
        // as an earlier version kept it
        Transactions.write(() -> ImportJob.update("fileName = ?1 where id = ?2", "C:\\Users\\me\\old.csv", Long.valueOf(id)));
        writer().get("/imports/" + id).then().body("name", equalTo("old.csv"));
    }
}
