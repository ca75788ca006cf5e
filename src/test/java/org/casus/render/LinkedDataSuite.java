package org.casus.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.HttpSuite;
import org.casus.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JSON-LD says, as a processor reads it that fetches nothing. */
abstract class LinkedDataSuite extends HttpSuite {

    private static final String BASE = "https://casus.example.org";
    private static final String SCHEMA = "https://schema.org/";
    private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    /** Members that say nothing of the thing: where to go on, and words that are keywords by now. */
    private static final Set<String> NOT_SAID = Set.of("@context", "@id", "@type", "links", "href");

    private static JsonNode expanded(String path, String json) throws Exception {
        JsonLdOptions options = new JsonLdOptions((url, how) -> {
            assertThat(url).isEqualTo(URI.create(BASE + "/contexts/v1.jsonld"));
            return document(reader().get("/contexts/v1.jsonld").asString());
        });
        options.setBase(URI.create(BASE + path));
        return TestClient.tree(JsonLd.expand(document(json)).options(options).get().toString());
    }

    private static Document document(String json) throws JsonLdError {
        return JsonDocument.of(new StringReader(json));
    }

    private static JsonNode item(String path) throws Exception {
        return expanded(path, reader().get(path + "?f=jsonld").asString()).path(0);
    }

    @Test
    void an_event_says_what_is_meant() throws Exception {
        JsonNode event = item("/events/moore-prague-speech");
        assertThat(event.path("@id").asText()).isEqualTo(BASE + "/events/moore-prague-speech");
        assertThat(event.at("/@type/0").asText()).isEqualTo(SCHEMA + "Event");
        assertThat(event.path(SCHEMA + "name").at("/0/@value").asText()).startsWith("Speech by the head of MI6");
        JsonNode start = event.path(SCHEMA + "startDate").path(0);
        assertThat(start.path("@value").asText()).isEqualTo("2023-07-19");
        assertThat(start.path("@type").asText()).isEqualTo("http://id.loc.gov/datatypes/edtf/EDTF");
        assertThat(event.path(SEM + "eventType").at("/0/@id").asText()).isEqualTo(BASE + "/event-types/speech");
        assertThat(event.path(SCHEMA + "location").at("/0/@id").asText()).startsWith(BASE + "/places/");
        JsonNode speaker = event.path(SEM + "hasActor").path(0);
        assertThat(speaker.path(SEM + "roleType").at("/0/@id").asText()).isEqualTo("http://www.wikidata.org/prop/direct/P823");
        assertThat(speaker.path(RDF + "value").at("/0/@id").asText()).isEqualTo(BASE + "/actors/richard-moore");
        assertThat(event.path("http://www.w3.org/ns/prov#hadPrimarySource")).isNotEmpty();
    }

    @Test
    void what_is_said_of_a_thing_as_of_a_revision_is_said_of_the_thing() throws Exception {
        JsonNode event = expanded("/events/moore-prague-speech",
                reader().get("/events/moore-prague-speech?f=jsonld&asOf=169").asString()).path(0);
        assertThat(event.path("@id").asText()).isEqualTo(BASE + "/events/moore-prague-speech");
        assertThat(event.path(SEM + "eventType").at("/0/@id").asText()).isEqualTo(BASE + "/event-types/speech");
    }

    @Test
    void what_is_known_elsewhere_is_the_same() throws Exception {
        JsonNode place = item("/places/prague");
        List<String> same = new ArrayList<>();
        place.path(SCHEMA + "sameAs").forEach(node -> same.add(node.path("@id").asText()));
        assertThat(same).contains("http://www.wikidata.org/entity/Q1085");
        assertThat(place.path(SCHEMA + "containedInPlace").at("/0/@id").asText()).startsWith(BASE + "/places/");
        assertThat(place.path(SCHEMA + "geo").at("/0").path(SCHEMA + "latitude").at("/0/@value").asDouble()).isBetween(50.0, 51.0);
    }

    @Test
    void a_list_is_a_graph_of_its_items() throws Exception {
        JsonNode graph = expanded("/events", reader().get("/events?limit=3&f=jsonld").asString());
        assertThat(graph).hasSize(3);
        graph.forEach(node -> assertThat(node.path("@id").asText()).startsWith(BASE + "/events/"));
    }

    @Test
    void plain_json_can_be_read_by_the_context_of_its_header() throws Exception {
        String page = reader().get("/actors?limit=2").asString();
        JsonNode graph = expanded("/actors", "{\"@context\":\"/contexts/v1.jsonld\"," + page.substring(1));
        assertThat(graph.toString()).contains("dc/terms/identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "actors", "places", "sources", "statements", "datasets", "event-types"})
    void no_value_is_lost(String collection) throws Exception {
        String json = reader().get("/" + collection + "?limit=300&f=jsonld").asString();
        String said = expanded("/" + collection, json).toString();
        List<String> lost = new ArrayList<>();
        TestClient.tree(json).path("@graph").forEach(item -> collect(item, "", said, lost));
        assertThat(lost).isEmpty();
    }

    /** Every leaf of what was answered is found in what the processor made of it. */
    private static void collect(JsonNode node, String path, String said, List<String> lost) {
        if (node.isObject()) {
            node.fields().forEachRemaining(member -> {
                if (!NOT_SAID.contains(member.getKey())) {
                    collect(member.getValue(), path + "/" + member.getKey(), said, lost);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, path, said, lost));
        } else if (!saysIt(node, path, said)) {
            lost.add(path + " " + node);
        }
    }

    private static boolean saysIt(JsonNode leaf, String path, String said) {
        if (path.endsWith("/role") || path.endsWith("/kind") || path.endsWith("/precision")) {
            return true;
        }
        return said.contains(leaf.isTextual() ? leaf.toString().substring(1, leaf.toString().length() - 1) : leaf.asText());
    }

    @Test
    void no_member_of_any_kind_is_without_a_meaning() throws Exception {
        for (String collection : List.of("events", "actors", "places", "sources", "statements", "datasets", "event-types")) {
            for (JsonNode item : TestClient.tree(reader().get("/" + collection + "?limit=300&f=jsonld").asString()).path("@graph")) {
                for (JsonNode expanded : expanded("/x", "{\"@context\":\"/contexts/v1.jsonld\"," + item.toString().substring(1))) {
                    int members = (int) item.size() - (item.has("@context") ? 1 : 0);
                    assertThat(expanded.size()).as(item.toString()).isGreaterThanOrEqualTo(members - 1);
                }
            }
        }
    }
}
