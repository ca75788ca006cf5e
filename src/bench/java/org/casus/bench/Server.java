package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged server on a store, on one core. */
final class Server implements AutoCloseable {

    static final String KEY = "the-key-of-the-benchmark-and-of-nothing-else";
    private static final Duration LONGEST_START = Duration.ofMinutes(20);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings settings;
    private final Process process;
    private final Path log;
    private final double readySeconds;

    /** Starts it on its core and waits until it is ready, its index included. */
    Server(Settings settings, Path store) {
        this(settings, store, List.of("taskset", "-c", settings.serverCore()), Map.of());
    }

    /** On all cores. */
    static Server unbound(Settings settings, Path store) {
        return unbound(settings, store, Map.of());
    }

    /** On all cores, with more in its environment. */
    static Server unbound(Settings settings, Path store, Map<String, String> environment) {
        return new Server(settings, store, List.of(), environment);
    }

    private Server(Settings settings, Path store, List<String> bound, Map<String, String> environment) {
        this.settings = settings;
        log = store.resolve("server.log");
        List<String> command = new ArrayList<>(bound);
        command.addAll(List.of(settings.jdk().resolve("bin/java").toString(), "-Xmx" + settings.heap(),
                // a store may be kept for weeks and used again
                "-Dcasus.dossier=none", "-Dcasus.clock.accept=" + LocalDate.now(),
                "-Dquarkus.http.port=" + settings.port(), "-Dquarkus.management.port=" + managementPort(),
                "-jar", settings.application().resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(store.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CASUS_ADMIN_KEY", KEY);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady(begun);
        readySeconds = (System.nanoTime() - begun) / 1e9;
    }

    private int managementPort() {
        return settings.port() + 1;
    }

    private void awaitReady(long begun) {
        URI ready = URI.create("http://localhost:" + managementPort() + "/q/health/ready");
        while (!answers(ready)) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                process.destroy();
                throw new Mismatch("the server did not start; see " + log);
            }
            Processes.sleep(20);
        }
    }

    private boolean answers(URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    double readySeconds() {
        return readySeconds;
    }

    /** Whether this start built the index from the database. */
    boolean builtIndex() {
        try {
            return Files.readString(log).contains("Building the index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + settings.port();
    }

    long pid() {
        return process.pid();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String jcmd(String... arguments) {
        List<String> command = new ArrayList<>(List.of(settings.jdk().resolve("bin/jcmd").toString(),
                Long.toString(pid())));
        command.addAll(List.of(arguments));
        return Processes.output(command);
    }

    /** Bytes of what lives on the heap, after a full collection. */
    long liveHeap() {
        String total = jcmd("GC.class_histogram").lines().filter(line -> line.startsWith("Total"))
                .findFirst().orElse("Total 0 0");
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
