package org.casus.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casus.http.PublicAddress;
import org.casus.http.SecurityHeaders;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemBody;

/**
 * Holds the ports of the server from before the store is opened until the server itself binds them, which Quarkus does last. A
 * second start therefore ends before it migrates or fills a store, and of two simultaneous starts only one continues. Until then,
 * the HTTP server of the JDK answers requests with a problem which says that Casus is starting.
 */
@Singleton
class PortReservation {

    private static final int THREADS = 4;
    private static final int BACKLOG = 50;
    private static final Problem STARTING = Problem.unavailable("Casus is starting: the store is opened and the index is brought"
            + " up to date", 2);

    private final List<Address> addresses;
    private final byte[] starting;
    private final List<HttpServer> held = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, PortReservation::daemon);

    /**
     * An address on which the server will listen.
     *
     * @param property the prefix of the configuration properties {@code .host} and {@code .port}
     */
    record Address(String property, String host, int port) {
    }

    @Inject
    PortReservation(VertxHttpConfig http, ManagementConfig management, PublicAddress address) {
        this(addresses(http, management, LaunchMode.current()), address.path());
    }

    /** @param path the path of the service, with which links begin */
    PortReservation(List<Address> addresses, String path) {
        this.addresses = addresses;
        this.starting = ProblemBody.bytes(STARTING, path);
    }

    /**
     * Returns the addresses whose ports are known before they are bound. Left out are port 0, for which the operating system chooses a
     * port, and servers that open only a Unix socket. In development and in tests Quarkus manages the ports itself.
     */
    private static List<Address> addresses(VertxHttpConfig http, ManagementConfig management, LaunchMode mode) {
        List<Address> addresses = new ArrayList<>();
        if (mode != LaunchMode.NORMAL || http.soReusePort()) {
            return addresses;
        }
        if (http.hostEnabled() && http.port() != 0
                && http.insecureRequests().filter(InsecureRequests.DISABLED::equals).isEmpty()) {
            addresses.add(new Address("quarkus.http", http.host(), http.port()));
        }
        if (management.hostEnabled() && management.port() != 0) {
            addresses.add(new Address("quarkus.management", management.host(), management.port()));
        }
        return addresses;
    }

    /**
     * Binds the ports.
     *
     * @throws PreventFurtherStepsException if a port cannot be bound; Quarkus prints only its message and ends the process
     */
    void take() {
        List<String> failures = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Address address : addresses) {
            try {
                held.add(bind(address));
            } catch (IOException e) {
                failures.add(address.host + ":" + address.port + " (" + e.getMessage() + ")");
                others.add("-D" + address.property + ".port=" + (address.port < 65_000 ? address.port + 1 : address.port - 1));
            }
        }
        if (!failures.isEmpty()) {
            release();
            throw new PreventFurtherStepsException("Casus cannot listen on " + String.join(" and on ", failures)
                    + ", so it ends; nothing was stored. Stop what listens there, which may be another Casus, or choose another port: "
                    + String.join(" ", others), 1);
        }
    }

    private HttpServer bind(Address address) throws IOException {
        InetSocketAddress socket = new InetSocketAddress(address.host, address.port);
        if (socket.isUnresolved()) {
            throw new IOException("the name is not known here");
        }
        HttpServer server = HttpServer.create(socket, BACKLOG);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "casus-starting");
        thread.setDaemon(true);
        return thread;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            STARTING.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", ProblemBody.MEDIA_TYPE);
            SecurityHeaders.ALL.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Connection", "close");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(STARTING.type().status(), head ? -1 : starting.length);
            if (!head) {
                exchange.getResponseBody().write(starting);
            }
        }
    }

    /** Releases the ports for the server. */
    void release() {
        held.forEach(server -> server.stop(0));
        held.clear();
        threads.shutdownNow();
    }
}
