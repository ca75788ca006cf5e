package org.casus.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.casus.load.format.Mode;
import org.junit.jupiter.api.Test;

/** Imports that are cancelled, that a stop meets, that other imports meet, and that break. */
abstract class MetImportSuite extends Loading {

    private static final String TOWN = "Toretsk city";

    @Inject
    Importer importer;

    /** An import as it stands in the database, with no file here: no thread of this process works on it. */
    private static ImportJob job(String dataset, ImportState state, Mode mode) {
        ImportJob job = new ImportJob();
        job.state = state;
        job.format = "ucdp-ged";
        job.seen = "UCDP GED";
        job.dataset = dataset;
        job.loadMode = mode;
        job.sha256 = "0";
        job.author = "a test";
        job.createdAt = Instant.now();
        job.line = 1;
        QuarkusTransaction.requiringNew().run(() -> job.persist());
        return job;
    }

    /** Its file comes, and so it is worked off. */
    private JsonPath work(ImportJob job, String file) throws IOException {
        Path there = importer.spool().of(job.id);
        Files.createDirectories(there.getParent());
        QuarkusTransaction.requiringNew().run(() -> ImportJob.update("bytes = ?1 where id = ?2", (long) file.length(), job.id));
        Files.writeString(there, file);
        importer.wake();
        return ended(Long.toString(job.id));
    }

    private static ImportJob read(ImportJob job) {
        return QuarkusTransaction.requiringNew().call(() -> ImportJob.findById(job.id));
    }

    private static String town(int id, String day) {
        return ImportSuite.row(id, TOWN, day, "3,4,3");
    }

    private static void cancel(ImportJob job, String state) {
        writer().delete("/imports/" + job.id).then().statusCode(202).body("state", equalTo(state));
    }

    @Test
    void a_cancellation_is_not_lost_to_the_batch_in_hand() {
        ImportJob job = job(unique("met"), ImportState.RUNNING, Mode.APPEND);
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
        ImportJob job = job(unique("met"), ImportState.WAITING, Mode.APPEND);
        writer().delete("/imports/" + job.id).then().statusCode(202).body("state", equalTo("cancelled"))
                .body("endedAt", notNullValue());
        cancel(job, "cancelled");
    }

    @Test
    void a_cancelled_import_ends_before_it_reads_its_file_or_makes_its_dataset() throws IOException {
        ImportJob job = job(unique("met"), ImportState.RUNNING, Mode.APPEND);
        cancel(job, "running");
        JsonPath ended = work(job, ImportSuite.HEADER + town(901001, "2015-02-03"));
        assertThat(ended.getString("state")).isEqualTo("cancelled");
        assertThat(ended.getInt("rows.all")).isZero();
        reader().get("/datasets/" + job.dataset).then().statusCode(404);
    }
}
