package org.casus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.HttpSuite;
import org.casus.TestClient;
import org.casus.model.ResourceKind;
import org.casus.rest.QueryClient;
import org.casus.rest.TestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was loaded is indexed from memory as it was written; an index that is built of the database must say the same. */
abstract class LoadedAnswersSuite extends HttpSuite {

    private static final String HEADER = "id,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
            + "side_a_new_id,gwnoa,side_a,side_b_new_id,side_b,source_article,where_prec,where_coordinates,adm_1,latitude,"
            + "longitude,country,country_id,date_start,date_end,best,high,low\n";

    @Inject
    LedgerReader ledger;

    @TempDir
    Path folder;

    private static String row(int id, String side, String best) {
        return id + ",1,77,A conflict,78,A dyad,61,369,Government of Ukraine," + (900 + id % 7) + "," + side + " " + id % 7
                + ",\"\"\"Agency,2015-02-0" + (1 + id % 9) + ",Headline " + id % 50 + "\"\"\",1,Town " + id % 13
                + " town,Oblast " + id % 3 + "," + (id % 2 == 0 ? "-0.0" : "48.25") + ",37.5,Ukraine,369,2015-02-03,2015-02-0"
                + (3 + id % 5) + "," + best + "\n";
    }

    private static void load(String dataset, String release, String file) {
        String id = writer().contentType("text/csv").body(file).put("/imports?format=ucdp-ged&dataset=" + dataset
                + "&release=" + release).then().statusCode(202).extract().path("id");
        for (int i = 0; i < 600; i++) {
            JsonPath job = writer().get("/imports/" + id).jsonPath();
            if (Set.of("done", "failed", "refused").contains(job.getString("state"))) {
                assertThat(job.getString("state")).as(job.getString("detail")).isEqualTo("done");
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        fail("the import does not end");
    }

    @Test
    void what_was_loaded_reads_the_same_from_an_index_that_is_built_anew() throws Exception {
        String dataset = dataset();
        StringBuilder first = new StringBuilder(HEADER);
        StringBuilder second = new StringBuilder(HEADER);
        for (int id = 5_100_000; id < 5_100_300; id++) {
            first.append(row(id, "Group", id % 4 == 0 ? ",," : "3,4,2"));
            if (id % 5 > 0) {
                second.append(row(id, id % 6 == 0 ? "Band" : "Group", id % 4 == 0 ? ",," : "3,5,2"));
            }
        }
        load(dataset, "1", first.toString());
        load(dataset, "2", second.toString());
        QueryClient here = QueryClient.over(new TestClient());
        try (SecondNode anew = SecondNode.start(folder, ledger)) {
            for (TestQuery query : questions(dataset)) {
                assertThat(here.ask(query)).as(query.url()).isEqualTo(anew.asking().ask(query));
            }
        }
    }

    private static List<TestQuery> questions(String dataset) {
        return List.of(
                events(Map.of("dataset", dataset, "limit", "1000")),
                events(Map.of("dataset", dataset, "limit", "1000")).asOf(head() - 100),
                events(Map.of("dataset", dataset, "place", "ukraine", "fatalities", "3..", "sort", "-changed", "limit", "700")),
                events(Map.of("dataset", dataset, "actor", "ukraine", "tag.not", "x", "limit", "300")),
                new TestQuery(ResourceKind.ACTOR, null, Map.of("q", "group", "limit", "1000")),
                new TestQuery(ResourceKind.PLACE, null, Map.of("within", "ukraine", "limit", "1000")),
                new TestQuery(ResourceKind.SOURCE, null, Map.of("publisher", "Agency", "limit", "1000")));
    }

    private static TestQuery events(Map<String, String> parameters) {
        return new TestQuery(ResourceKind.EVENT, null, new LinkedHashMap<>(parameters));
    }
}
