package org.casus;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/**
 * What tests over HTTP share: requests as a reader and as a writer, every answer held against the contract, and short
 * words for making what a test needs. URLs are sent as they stand in the test.
 */
public abstract class HttpSuite {

    /** The administrator's key of the tests, as application.properties configures it. */
    protected static final String ADMIN = "the-key-of-the-tests-and-of-nothing-else";
    protected static final String MERGE_PATCH = "application/merge-patch+json";

    /** A media type goes out as it stands in the test; the library would add a charset. */
    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
            .defaultContentCharset("UTF-8").appendDefaultContentCharsetToContentTypeIfUndefined(false));
    private static final ContractValidationFilter CONTRACT = new ContractValidationFilter();

    static {
        CompiledPaths.use();
    }

    /** A request without a key. */
    protected static RequestSpecification reader() {
        return given().config(AS_WRITTEN).urlEncodingEnabled(false).filter(CONTRACT);
    }

    /** A request with the administrator's key. */
    protected static RequestSpecification writer() {
        return with(ADMIN);
    }

    /** A request with a key. */
    protected static RequestSpecification with(String key) {
        return reader().header("Authorization", "Bearer " + key);
    }

    /** An id that no other test has. */
    protected static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** Makes a resource, or fails. */
    protected static Response create(String path, String json) {
        return writer().contentType("application/json").body(json).put(path)
                .then().statusCode(201).extract().response();
    }

    /** Replaces a resource that is there. */
    protected static Response replace(String path, String json) {
        return writer().contentType("application/json").header("If-Match", "*").body(json).put(path)
                .then().statusCode(200).extract().response();
    }

    /** Changes members of a resource that is there. */
    protected static Response patch(String path, String json) {
        return writer().contentType(MERGE_PATCH).header("If-Match", "*").body(json).patch(path)
                .then().statusCode(200).extract().response();
    }

    protected static void delete(String path) {
        writer().header("If-Match", "*").delete(path + "?reason=it%20served%20its%20test").then().statusCode(204);
    }

    /** An event with its type, a day and further members, which begin with a comma: {@code , "tags": ["x"]}. */
    protected static String event(String title, String when, String further) {
        return """
                {"type": "speech", "title": "%s", "when": "%s"%s}""".formatted(title, when, further);
    }

    /** Makes an actor that has nothing but a name. */
    protected static String actor(String name) {
        String id = unique("actor");
        create("/actors/" + id, """
                {"name": "%s", "kind": "group"}""".formatted(name));
        return id;
    }

    /** Makes a place within another, or within none. */
    protected static String place(String name, String within) {
        String id = unique("place");
        create("/places/" + id, within == null
                ? """
                {"name": "%s", "kind": "region"}""".formatted(name)
                : """
                {"name": "%s", "kind": "region", "within": "%s"}""".formatted(name, within));
        return id;
    }

    /** Makes a dataset, so that a test's events are told from all others. */
    protected static String dataset() {
        String id = unique("dataset");
        create("/datasets/" + id, """
                {"title": "Events of a test"}""");
        return id;
    }

    /** The revision that the resource is at. */
    protected static long revisionOf(String path) {
        return reader().get(path).then().statusCode(200).extract().jsonPath().getLong("revision");
    }

    /** The latest revision that reads see. */
    protected static long head() {
        return reader().get("/").then().statusCode(200).extract().jsonPath().getLong("revision");
    }
}
