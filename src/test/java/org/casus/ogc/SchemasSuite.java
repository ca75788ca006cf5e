package org.casus.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients take the types of columns from schemas: GDAL from that of a feature in GeoJSON, QGIS from that of OGC API Features Part 5. */
abstract class SchemasSuite extends HttpSuite {

    private static final String SCHEMA = "http://www.opengis.net/def/rel/ogc/1.0/schema";

    private static JsonPath schema(String collection, String relation) {
        String href = reader().get("/collections/" + collection).then().statusCode(200).extract().jsonPath()
                .getString("links.find { it.rel == '" + relation + "' && it.type == 'application/schema+json' }.href");
        return reader().accept("application/schema+json").get(href).then().statusCode(200)
                .contentType("application/schema+json")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema"))
                .body("'$id'", equalTo(href)).body("type", equalTo("object"))
                .extract().jsonPath();
    }

    /** The type of each property, or its format where it has one. */
    private static Map<String, String> types(Map<String, Map<String, Object>> properties) {
        Map<String, String> types = new TreeMap<>();
        properties.forEach((name, property) -> types.put(name, String.valueOf(property.getOrDefault("format", property.get("type")))));
        return types;
    }

    @ParameterizedTest
    @ValueSource(strings = {"describedby", "describedBy"})
    void gdal_finds_the_type_of_every_column_of_events(String relation) {
        JsonPath feature = schema("events", relation);
        assertThat(feature.getString("properties.properties.type")).isEqualTo("object");
        Map<String, String> types = types(feature.getMap("properties.properties.properties"));
        assertThat(types).containsEntry("when", "string").containsEntry("start", "date").containsEntry("end", "date")
                .containsEntry("earliest", "date-time").containsEntry("latest", "date-time").containsEntry("updatedAt", "date-time")
                .containsEntry("fatalitiesLow", "integer").containsEntry("fatalitiesBest", "integer")
                .containsEntry("fatalitiesHigh", "integer").containsEntry("revision", "integer");
        assertThat(feature.getList("required")).contains("type", "id", "geometry", "properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void both_schemas_say_the_same_of_a_property(String collection) {
        Map<String, String> flat = types(schema(collection, SCHEMA).getMap("properties"));
        flat.keySet().removeAll(List.of("id", "geometry"));
        assertThat(types(schema(collection, "describedby").getMap("properties.properties.properties"))).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void qgis_finds_every_column_in_its_place_with_the_id_before_all(String collection) {
        JsonPath schema = schema(collection, SCHEMA);
        Map<String, Map<String, Object>> properties = schema.getMap("properties");
        List<String> inOrder = new ArrayList<>(properties.keySet());
        assertThat(inOrder.get(0)).isEqualTo("id");
        assertThat(properties.get("id")).containsEntry("type", "string").containsEntry("x-ogc-role", "id");
        for (int i = 0; i < inOrder.size(); i++) {
            assertThat(properties.get(inOrder.get(i))).containsEntry("x-ogc-propertySeq", i + 1).doesNotContainKey("title");
        }
        Map<String, Object> first = reader().get("/collections/" + collection + "/items?limit=1").jsonPath().getMap("features[0].properties");
        assertThat(inOrder.subList(1, first.size() + 1)).containsExactlyElementsOf(first.keySet());
    }

    @Test
    void conf_schemas_is_declared_and_a_geometry_has_a_format_and_no_type() {
        reader().get("/conformance").then().body("conformsTo", hasItems(
                "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
                "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features"));
        reader().get("/collections/events/schema").then().statusCode(200)
                .body("properties.geometry.format", equalTo("geometry-point"))
                .body("properties.geometry.x-ogc-role", equalTo("primary-geometry"))
                .body("properties.geometry", not(hasKey("type")));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-03, 2015-02-03, 2015-02-03",
        "2015-02, 2015-02-01, 2015-02-28",
        "2014~, 2014-01-01, 2014-12-31",
        "201X, 2010-01-01, 2019-12-31",
        "2015-02-03/2015-02-07, 2015-02-03, 2015-02-07",
        "2015-02~/2016, 2015-02-01, 2016-12-31",
        "2015-02-03/.., 2015-02-03,",
        "../2015-02-07,, 2015-02-07",
        "2015-02-01T23:30:00-02:00, 2015-02-02, 2015-02-02"})
    void start_and_end_are_the_first_and_the_last_day_and_when_stays_as_it_was_written(String when, String start, String end) {
        String set = dataset();
        create("/events/" + set, event("Dated", when, ", \"dataset\": \"" + set + "\""));
        reader().get("/collections/events/items/" + set).then().statusCode(200)
                .body("properties.when", equalTo(when))
                .body("properties.start", equalTo(start))
                .body("properties.end", equalTo(end));
    }

    @Test
    void statements_have_days_as_well() {
        JsonPath statements = reader().get("/collections/statements/items?when=2023-07-19&limit=1").jsonPath();
        assertThat(statements.getString("features[0].properties.start")).isEqualTo("2023-07-19");
        assertThat(statements.getString("features[0].properties.end")).isEqualTo("2023-07-19");
    }

    @Test
    void a_schema_takes_no_parameters_of_items() {
        reader().get("/collections/events/feature-schema?limit=1").then().statusCode(400)
                .body("errors.parameter", contains("limit"));
        reader().get("/collections/nothing/feature-schema").then().statusCode(404).body("detail", containsString("events"));
    }
}
