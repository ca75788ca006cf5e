package org.casus.eventtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.casus.HttpSuite;
import org.casus.SharedData;
import org.junit.jupiter.api.Test;

/** The tree of event types and its crosswalk. */
abstract class EventTypesSuite extends HttpSuite {

    @Test
    void there_are_at_least_sixty_types_each_with_a_definition() {
        reader().get("/event-types?limit=1000").then().statusCode(200)
                .body("total", greaterThanOrEqualTo(60))
                .body("items.definition", everyItem(not(blankOrNullString())))
                .body("items.id", hasItems("speech", "interview", "invasion", "occupation", "counter-offensive", "bombardment",
                        "deportation", "protest", "agreement"));
        reader().get("/event-types?q=sanction").then().body("total", greaterThanOrEqualTo(1));
    }

    @Test
    void every_type_stands_below_another_or_is_a_root() {
        List<Map<String, Object>> types = reader().get("/event-types?limit=1000").jsonPath().getList("items");
        List<Object> ids = types.stream().map(type -> type.get("id")).toList();
        assertThat(types).allSatisfy(type -> {
            if (type.containsKey("parent")) {
                assertThat(ids).contains(((Map<?, ?>) type.get("parent")).get("id"));
            }
        });
        assertThat(types.stream().filter(type -> !type.containsKey("parent"))).hasSizeBetween(3, 30);
    }

    @Test
    void a_code_of_another_taxonomy_leads_to_its_type() {
        reader().get("/event-types?coding=cameo:190").then().statusCode(200).body("total", equalTo(1));
        reader().get("/event-types?coding=cameo:181").then().body("items.id", contains("abduction"));
        reader().get("/event-types?coding=plover:ASSAULT").then().body("total", equalTo(1));
        reader().get("/event-types?coding=ucdp:1").then().body("total", equalTo(1));
        reader().get("/event-types?coding=cameo:999").then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void types_are_shipped_and_not_written_by_clients() {
        writer().contentType("application/json").body("{}").post("/event-types").then().statusCode(405);
        writer().header("If-Match", "*").delete("/event-types/speech?reason=x").then().statusCode(405);
    }

    @Test
    void every_root_and_every_three_digit_code_of_cameo_finds_a_type() throws Exception {
        List<String> codes = codes();
        List<String> without = codes.stream()
                .filter(code -> reader().get("/event-types?coding=cameo:" + code).jsonPath().getInt("total") != 1)
                .toList();
        assertThat(without).as("codes that lead to no type, or to several").isEmpty();
    }

    private static List<String> codes() throws IOException {
        List<String> codes = Files.readAllLines(SharedData.path("cameo/CAMEO.eventcodes.txt"), StandardCharsets.ISO_8859_1).stream()
                .skip(1).map(line -> line.split("\t")[0].strip()).filter(code -> code.matches("\\d{2,3}")).toList();
        assertThat(codes).hasSizeGreaterThan(150).contains("01", "20", "190");
        return codes;
    }
}
