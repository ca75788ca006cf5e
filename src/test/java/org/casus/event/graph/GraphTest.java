package org.casus.event.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casus.TestClient;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphTest extends GraphSuite {

    private static final int SPOKES = 11;

    /** Needs more than five hundred events, and asks nothing of the database that the suite does not. */
    @Test
    void the_whole_graph_is_bounded_too_and_every_node_that_is_missing_is_counted() {
        String hub = unique("hub");
        put(hub, "");
        IntStream.range(0, SPOKES).forEach(i -> put(hub + "-" + i, partOf(hub)));
        IntStream.range(0, SPOKES).parallel().forEach(i -> IntStream.range(1, Limits.GRAPH_NEIGHBOURS)
                .forEach(j -> put(hub + "-" + i + "-" + j, partOf(hub + "-" + i))));
        JsonPath graph = graph(hub, "?depth=2").body("nodes", hasSize(Limits.GRAPH_NODES))
                .body("complete", equalTo(false)).extract().jsonPath();
        List<Map<String, Object>> cut = graph.getList("cut");
        int missing = cut.stream().mapToInt(one -> (Integer) one.get("total") - (Integer) one.get("shown")).sum();
        assertThat(missing).isEqualTo(1 + SPOKES * Limits.GRAPH_NEIGHBOURS - Limits.GRAPH_NODES);
    }

    private static String partOf(String event) {
        return ", \"relations\": [{\"kind\": \"partOf\", \"event\": \"" + event + "\"}]";
    }

    private static void put(String id, String further) {
        assertThat(new TestClient().put("/events/" + id, event("Event " + id, "2020", further), null).status()).isEqualTo(201);
    }
}
