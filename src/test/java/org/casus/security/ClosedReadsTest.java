package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reads need a key. */
@QuarkusTest
@TestProfile(ClosedReadsProfile.class)
class ClosedReadsTest extends HttpSuite {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events?limit=1", "/events/moore-prague-speech", "/changes", "/collections/events/items?limit=1", "/imports",
        "/nothing"})
    void reads_ask_for_a_key_in_either_scheme_and_answers_are_private(String path) {
        assertThat(reader().get(path).then().statusCode(401).header("Cache-Control", equalTo("private, no-cache"))
                .extract().headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"casus\"", "Basic realm=\"casus\", charset=\"UTF-8\"");
        reader().auth().preemptive().basic("gis", ADMIN).get(path).then().statusCode(not(equalTo(401)))
                .header("Cache-Control", startsWith("private, no-"));
        writer().get(path).then().statusCode(not(equalTo(401))).header("Cache-Control", startsWith("private, no-"));
    }

    @Test
    void writes_ask_for_a_key_that_no_browser_sends_by_itself() {
        assertThat(reader().contentType("application/json").body("{}").post("/events").then().statusCode(401)
                .extract().headers().getValues("WWW-Authenticate")).containsExactly("Bearer realm=\"casus\"");
        reader().auth().preemptive().basic("gis", ADMIN).contentType("application/json").body("{}").post("/events").then()
                .statusCode(401);
    }

    @Test
    void a_client_that_waits_to_be_asked_for_basic_is_served() {
        reader().auth().basic("gis", ADMIN).get("/events?limit=1").then().statusCode(200);
    }

    @Test
    void an_export_is_private_too() {
        writer().get("/events?all=true&f=ndjson").then().statusCode(200).header("Cache-Control", startsWith("private"));
    }

    @Test
    void not_every_page_is_let_in_although_it_is_said() {
        writer().header("Origin", "https://evil.example").get("/events?limit=1").then().statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        writer().header("Origin", "http://localhost:3000").get("/events?limit=1").then()
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:3000"))
                .header("Access-Control-Allow-Credentials", nullValue()).header("Vary", notNullValue());
    }
}
