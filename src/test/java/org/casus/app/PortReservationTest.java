package org.casus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.casus.app.PortReservation.Address;
import org.junit.jupiter.api.Test;

/** Which process gets a port, before it has touched a store. */
class PortReservationTest {

    private static final String HTTP = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";

    @Test
    void a_port_that_is_taken_ends_the_start_and_the_message_says_how_to_choose_another() throws IOException {
        try (ServerSocket other = listening(); ServerSocket another = listening()) {
            int port = other.getLocalPort();
            PortReservation ports = new PortReservation(List.of(new Address(HTTP, "localhost", port),
                    new Address(MANAGEMENT, "localhost", another.getLocalPort())), "");

            assertThatThrownBy(ports::take).isInstanceOf(PreventFurtherStepsException.class)
                    .hasMessageStartingWith("Casus cannot listen on localhost:" + port + " (Address already in use) and on localhost:"
                            + another.getLocalPort() + " (Address already in use), so it ends; nothing was stored.")
                    .hasMessageContaining("-Dquarkus.http.port=")
                    .hasMessageContaining("-Dquarkus.management.port=")
                    .extracting(e -> ((PreventFurtherStepsException) e).getExitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_host_that_is_not_this_machine_ends_it_too() {
        PortReservation ports = new PortReservation(List.of(new Address(HTTP, "nowhere.invalid", 80)), "");

        assertThatThrownBy(ports::take).hasMessageContaining("nowhere.invalid:80 (the name is not known here)");
    }

    @Test
    void a_start_that_fails_at_one_port_keeps_no_other() throws IOException {
        try (ServerSocket other = listening()) {
            int free = free();
            PortReservation ports = new PortReservation(List.of(new Address(HTTP, "localhost", free),
                    new Address(MANAGEMENT, "localhost", other.getLocalPort())), "");

            assertThatThrownBy(ports::take).hasMessageNotContaining(Integer.toString(free));

            bind(free).close();
        }
    }

    @Test
    void of_two_starts_at_once_one_gets_the_port_and_it_says_that_it_is_starting_until_the_server_binds_it()
            throws IOException, InterruptedException {
        int port = free();
        PortReservation first = new PortReservation(List.of(new Address(HTTP, "localhost", port)), "");
        PortReservation second = new PortReservation(List.of(new Address(HTTP, "localhost", port)), "");
        first.take();
        try {
            assertThatThrownBy(second::take).isInstanceOf(PreventFurtherStepsException.class);

            HttpResponse<String> read = send("GET", port);
            assertThat(read.statusCode()).isEqualTo(503);
            assertThat(read.headers().firstValue("Retry-After")).contains("2");
            assertThat(read.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(read.body()).contains("\"type\":\"/problems/unavailable\"", "Casus is starting");
            assertThat(send("PUT", port).statusCode()).isEqualTo(503);
            assertThat(send("HEAD", port).statusCode()).isEqualTo(503);
        } finally {
            first.release();
        }
        bind(port).close();
    }

    @Test
    void nothing_is_held_where_no_port_is_known_beforehand() {
        PortReservation ports = new PortReservation(List.of(), "");

        ports.take();
        ports.release();
    }

    private static HttpResponse<String> send(String method, int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/events?limit=1"))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("PUT") ? "{}" : "")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static ServerSocket listening() throws IOException {
        return bind(0);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
        return socket;
    }
}
