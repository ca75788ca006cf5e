package org.casus.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is what the code serves. Where people work, a difference is written to the file, so that they
 * review and commit it; in CI it only fails. What is served names the server's own address where the file has /.
 */
@QuarkusTest
class ContractDriftTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");

    @Test
    void the_committed_contract_is_the_one_that_is_served() throws IOException {
        String served = given().accept("application/yaml").get("/openapi").then().statusCode(200).extract().asString()
                .replace("- url: " + RestAssured.baseURI + ":" + RestAssured.port + "\n", "- url: /\n");
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        if (served.equals(committed)) {
            return;
        }
        if (System.getenv("CI") == null) {
            Files.writeString(COMMITTED, served);
        }
        fail("%s differs from the code in line %d: run `mvn verify`, which rewrites it, then review and commit it",
                COMMITTED, firstDifference(committed.lines().toList(), served.lines().toList()));
    }

    private static int firstDifference(List<String> some, List<String> others) {
        int line = 0;
        while (line < Math.min(some.size(), others.size()) && some.get(line).equals(others.get(line))) {
            line++;
        }
        return line + 1;
    }
}
