package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.casus.http.Precondition;
import org.casus.imports.format.ImportMode;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.ImportState;
import org.casus.imports.job.Origin;
import org.casus.imports.job.Outcome;
import org.casus.imports.run.Importer;
import org.casus.ledger.Author;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;
import org.junit.jupiter.api.Test;

/** Imports that are cancelled, that a stop meets, that other imports meet, and that break. */
abstract class InterruptedImportSuite extends ImportHttpSuite {

    private static final String TOWN = "Toretsk city";

    @Inject
    Importer importer;

    @Inject
    WriteService writes;

    @Inject
    ResourceTypes types;

    /** An import as it stands in the database, with no file here: no thread of this process works on it. */
    private static ImportJob job(String dataset, ImportState state, ImportMode importMode) {
        ImportJob job = new ImportJob();
        job.state = state;
        job.format = "ucdp-ged";
        job.seen = "UCDP GED";
        job.dataset = dataset;
        job.loadMode = importMode;
        job.sha256 = "0";
        job.author = "a test";
        job.createdAt = Instant.now();
        job.line = 1;
        Transactions.write(() -> job.persist());
        return job;
    }

    /** Its file comes, and so it is worked off. */
    private JsonPath work(ImportJob job, String file) throws IOException {
        Path there = importer.spool().of(job.id);
        Files.createDirectories(there.getParent());
        Transactions.write(() -> ImportJob.update("bytes = ?1 where id = ?2", (long) file.length(), job.id));
        Files.writeString(there, file);
        importer.wake();
        return ended(Long.toString(job.id));
    }

    private static ImportJob read(ImportJob job) {
        return Transactions.read(() -> ImportJob.findById(job.id));
    }

    private static String town(int id, String day) {
        return ImportSuite.row(id, TOWN, day, "3,4,3");
    }

    private static void cancel(ImportJob job, String state) {
        writer().delete("/imports/" + job.id).then().statusCode(202).body("state", equalTo(state));
    }

    @Test
    void a_cancellation_is_not_lost_to_the_batch_in_hand() {
        ImportJob job = job(unique("met"), ImportState.RUNNING, ImportMode.APPEND);
        // as the batch of another process: in H2, writers of this one would not meet
        QuarkusTransaction.requiringNew().run(() -> {
            ImportJob batch = ImportJob.findById(job.id);
            batch.count(Outcome.CREATED);
            cancel(job, "running");
        });
        assertThat(read(job).cancelling).isTrue();
        assertThat(read(job).rowsRead).isEqualTo(1);
    }

    @Test
    void an_import_that_no_thread_works_on_is_cancelled_at_once() {
        ImportJob job = job(unique("met"), ImportState.WAITING, ImportMode.APPEND);
        writer().delete("/imports/" + job.id).then().statusCode(202).body("state", equalTo("cancelled"))
                .body("endedAt", notNullValue());
        cancel(job, "cancelled");
    }

    @Test
    void a_cancelled_import_ends_before_it_reads_its_file_or_makes_its_dataset() throws IOException {
        ImportJob job = job(unique("met"), ImportState.RUNNING, ImportMode.APPEND);
        cancel(job, "running");
        JsonPath ended = work(job, ImportSuite.HEADER + town(901001, "2015-02-03"));
        assertThat(ended.getString("state")).isEqualTo("cancelled");
        assertThat(ended.getInt("rows.all")).isZero();
        reader().get("/datasets/" + job.dataset).then().statusCode(404);
    }

    private static String speech(String id, String respondsTo) {
        return "{\"id\": \"" + id + "\", \"type\": \"speech\", \"title\": \"A speech\", \"when\": \"2015-02-03\""
                + (respondsTo == null ? "" : ", \"relations\": [{\"kind\": \"respondsTo\", \"event\": \"" + respondsTo + "\"}]")
                + "}\n";
    }

    @Test
    void what_only_deleted_events_referred_to_is_deleted_too() {
        String set = unique("met");
        String whole = "format=casus-ndjson&mode=release&dataset=" + set;
        String rest = speech(set + "-rest", null);
        load(whole, speech(set + "-a", null) + speech(set + "-b", set + "-a") + speech(set + "-c", set + "-b")
                + speech(set + "-d", set + "-c") + speech(set + "-e", null) + speech(set + "-f", set + "-e") + rest);
        create("/events/" + set + "-other", event("An answer", "2016", """
                , "relations": [{"kind": "respondsTo", "event": "%s-e"}]""".formatted(set)));
        JsonPath job = load(whole, rest);
        assertThat(job.getInt("rows.deleted")).isEqualTo(5);
        assertThat(job.getInt("rows.kept")).isEqualTo(1);
        reader().get("/events/" + set + "-a").then().statusCode(410);
        writer().get(receipts(job) + "?outcome=kept").then().body("items.event", equalTo(List.of(set + "-e")));
        writer().get(receipts(job) + "?outcome=deleted").then().body("items", hasSize(5));
    }

    private long deleteAsTheEndOf(ImportJob job, String event) {
        return writes.delete(types.get(ResourceKind.EVENT), new Slug(event), Precondition.NONE, new Author("a test", job.id),
                "not in " + job.dataset + " any more, import " + job.id).revision();
    }

    @Test
    void what_was_deleted_before_a_stop_is_counted_after_it() throws IOException {
        String set = unique("met");
        load("dataset=" + set, ImportSuite.HEADER + town(902001, "2015-02-03") + town(902002, "2015-02-03"));
        ImportJob job = job(set, ImportState.WAITING, ImportMode.RELEASE);
        long deletion = deleteAsTheEndOf(job, "ucdp-902001");
        JsonPath ended = work(job, ImportSuite.HEADER + town(902002, "2015-02-03"));
        assertRows(ended, 1, 0, 0, 1, 0, 0);
        assertThat(ended.getInt("rows.deleted")).isEqualTo(1);
        assertThat(ended.getLong("firstRevision")).isEqualTo(deletion);
        writer().get(receipts(ended) + "?outcome=deleted").then().body("items", hasSize(1))
                .body("items[0].revision", equalTo((int) deletion)).body("items[0].change", nullValue());
    }

    @Test
    void what_an_import_deleted_that_never_came_to_its_end_comes_back_with_its_row() {
        String set = unique("met");
        String file = ImportSuite.HEADER + town(903001, "2015-02-03") + town(903002, "2015-02-03");
        load("dataset=" + set, file);
        deleteAsTheEndOf(job(set, ImportState.CANCELLED, ImportMode.RELEASE), "ucdp-903001");
        delete("/events/ucdp-903002");
        assertRows(load("dataset=" + set, file), 2, 1, 0, 0, 1, 0);
        reader().get("/events/ucdp-903001").then().statusCode(200);
        reader().get("/events/ucdp-903002").then().statusCode(410);
    }

    @Test
    void an_older_release_does_not_delete_what_a_newer_file_has() throws IOException {
        String set = unique("met");
        ImportJob older = job(set + "-later", ImportState.WAITING, ImportMode.RELEASE);
        load("mode=append&dataset=" + set, ImportSuite.HEADER + town(904001, "2015-02-03") + town(904002, "2015-02-03"));
        Transactions.write(() -> ImportJob.update("dataset = ?1 where id = ?2", set, older.id));
        JsonPath ended = work(older, ImportSuite.HEADER + town(904001, "2015-02-04"));
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getInt("rows.deleted")).isZero();
        reader().get("/events/ucdp-904002").then().statusCode(200);
        long seenIn = Transactions.read(() -> Origin.<Origin>findById("ucdp-904001").seenIn);
        assertThat(seenIn).isGreaterThan(older.id);
    }

    @Test
    void an_import_that_a_newer_release_has_overtaken_is_refused() throws IOException {
        String set = unique("met");
        ImportJob older = job(set + "-later", ImportState.WAITING, ImportMode.RELEASE);
        String newer = load("dataset=" + set, ImportSuite.HEADER + town(905001, "2015-02-03")).getString("id");
        Transactions.write(() -> ImportJob.update("dataset = ?1 where id = ?2", set, older.id));
        JsonPath ended = work(older, ImportSuite.HEADER + town(905001, "2015-02-04"));
        assertThat(ended.getString("state")).isEqualTo("refused");
        assertThat(ended.getString("detail")).contains("import " + newer).contains("newer").contains("send it again");
        reader().get("/events/ucdp-905001").then().body("when", equalTo("2015-02-03"));
    }

    @Test
    void imports_of_a_dataset_go_one_after_the_other() {
        String set = unique("met");
        ImportJob elsewhere = job(set, ImportState.RUNNING, ImportMode.RELEASE);
        String id = writer().body(ImportSuite.HEADER + town(906001, "2015-02-03")).put("/imports?dataset=" + set)
                .then().statusCode(202).extract().path("id");
        // the oldest goes first: when one that came later has ended, this one has been passed over
        assertRows(load("dataset=" + set + "-other", ImportSuite.HEADER + town(906002, "2015-02-03")), 1, 1, 0, 0, 0, 0);
        writer().get("/imports/" + id).then().body("state", equalTo("waiting"))
                .body("detail", containsString("import " + elsewhere.id + " of the same dataset"));
        cancel(elsewhere, "running");
        JsonPath ended = ended(id);
        assertRows(ended, 1, 1, 0, 0, 0, 0);
        assertThat(ended.getString("detail")).isNull();
    }

    @Test
    void a_file_that_cannot_be_read_any_more_fails_and_lets_others_pass() throws IOException {
        ImportJob job = job(unique("met"), ImportState.RUNNING, ImportMode.APPEND);
        Transactions.write(() -> ImportJob.update("position = 1000000 where id = ?1", job.id));
        JsonPath ended = work(job, ImportSuite.HEADER + town(907001, "2015-02-03"));
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("detail")).contains("EOFException");
    }

    @Test
    void a_server_that_has_no_room_for_a_file_says_so() throws IOException {
        Path folder = importer.spool().of(1).getParent();
        Files.createDirectories(folder);
        Path aside = folder.resolveSibling("aside");
        Files.move(folder, aside);
        try {
            Files.writeString(folder, "no folder");
            writer().body(ImportSuite.HEADER + town(908001, "2015-02-03")).put("/imports").then().statusCode(503)
                    .header("Retry-After", notNullValue()).body("detail", containsString("casus.imports.folder"));
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
    }
}
