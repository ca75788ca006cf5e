package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            byte[] body = "{\"status\": \"DOWN\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int health(String host, String... arguments) {
        Config config = new SmallRyeConfigBuilder().withDefaultValue("quarkus.management.host", host)
                .withDefaultValue("quarkus.management.port", Integer.toString(server.getAddress().getPort())).build();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return HealthCommand.run(arguments, config, out, out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "0.0.0.0", "::"})
    void a_server_that_is_ready_is_healthy_on_whatever_address_it_listens(String host) {
        assertThat(health(host)).isZero();
    }

    @Test
    void a_server_that_is_not_ready_is_not_healthy_and_says_why() {
        status = 503;
        assertThat(health("localhost")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("503", "{\"status\": \"DOWN\"}");
    }

    @Test
    void no_server_is_not_healthy() {
        stop();
        assertThat(health("localhost")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no answer from http://localhost:" + server.getAddress().getPort());
    }

    @Test
    void arguments_are_refused_with_what_the_command_does() {
        assertThat(health("localhost", "--url")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("QUARKUS_MANAGEMENT_PORT");
    }
}
