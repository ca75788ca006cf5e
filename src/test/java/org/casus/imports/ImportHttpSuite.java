package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.containsString;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.HttpSuite;

/** What tests of imports share: a file goes in, and what became of it is awaited. */
abstract class ImportHttpSuite extends HttpSuite {

    static JsonPath load(String query, byte[] file) {
        String id = writer().contentType("application/octet-stream").body(file).put("/imports" + (query.isEmpty() ? "" : "?" + query))
                .then().statusCode(202).header("Location", containsString("/imports/")).extract().path("id");
        return ended(id);
    }

    static JsonPath load(String query, String file) {
        return load(query, file.getBytes(StandardCharsets.UTF_8));
    }

    static JsonPath ended(String id) {
        for (int i = 0; i < 600; i++) {
            JsonPath job = writer().get("/imports/" + id).then().statusCode(200).extract().jsonPath();
            if (!List.of("waiting", "running").contains(job.getString("state"))) {
                return job;
            }
            sleep(Math.min(10 * (i + 1), 100));
        }
        return fail("import " + id + " does not end");
    }

    static void sleep() {
        sleep(100);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rows, and how they add up. */
    static void assertRows(JsonPath job, int all, int created, int updated, int unchanged, int flagged, int refused) {
        assertThat(job.getString("state")).as(job.getString("detail")).isEqualTo("done");
        assertThat(List.of(job.getInt("rows.created"), job.getInt("rows.updated"), job.getInt("rows.unchanged"),
                job.getInt("rows.flagged"), job.getInt("rows.refused")))
                .as(() -> writer().get("/imports/" + job.getString("id") + "/receipts?f=ndjson&limit=20").asString())
                .containsExactly(created, updated, unchanged, flagged, refused);
        assertThat(job.getInt("rows.all")).isEqualTo(all).isEqualTo(job.getInt("rows.read"));
        assertThat(job.getLong("bytesRead")).isEqualTo(job.getLong("bytes"));
    }

    static String receipts(JsonPath job) {
        return "/imports/" + job.getString("id") + "/receipts";
    }
}
