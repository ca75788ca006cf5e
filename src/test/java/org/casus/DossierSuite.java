package org.casus;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.Test;

/** The bundled dossier, as a newcomer meets it. */
abstract class DossierSuite {

    @Test
    void the_events_of_the_dossier_are_there_newest_first() {
        given().get("/events?dataset=prague-2023").then().statusCode(200)
                .body("total", equalTo(13))
                .body("items.id", hasItem("moore-prague-speech"))
                .body("items[12].id", equalTo("prague-spring"));
    }

    @Test
    void a_type_finds_what_stands_below_it() {
        given().get("/events?type=invasion").then().statusCode(200)
                .body("items.id", contains("russian-invasion-of-ukraine", "invasion-of-czechoslovakia"));
        given().get("/events?type=fight").then().statusCode(200)
                .body("items.id", hasItem("ukrainian-counter-offensive-2023"));
    }

    @Test
    void the_soviet_union_does_not_find_ukraine_in_2022() {
        given().get("/events?actor=soviet-union").then().statusCode(200)
                .body("items.id", contains("invasion-of-czechoslovakia"));
    }
}
