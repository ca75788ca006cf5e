package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@link Limit} in a process of its own, on the core of the server, which waits meanwhile. */
final class LimitServer implements AutoCloseable {

    /** What the server of the limit sends by itself. */
    private static final Set<String> OWN = Set.of("content-length", "transfer-encoding", "connection");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings settings;
    private final Process process;
    private final Path folder;

    LimitServer(Settings settings) {
        this.settings = settings;
        folder = settings.folder().resolve("limit");
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(List.of("taskset", "-c", settings.serverCore(),
                    settings.jdk().resolve("bin/java").toString(), "-Xmx" + settings.heap(),
                    "-cp", classes() + ":" + settings.application().resolve("lib/main") + "/*",
                    Limit.class.getName(), Integer.toString(port()), folder.toString()))
                    .redirectErrorStream(true).redirectOutput(folder.resolve("limit.log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Limit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private int port() {
        return settings.port() + 2;
    }

    String address() {
        return "http://localhost:" + port();
    }

    long pid() {
        return process.pid();
    }

    /** Makes an answer of the server the answer of the limit. */
    void show(String name, HttpResponse<String> answer) {
        StringBuilder head = new StringBuilder().append(answer.statusCode()).append('\n');
        answer.headers().map().forEach((header, values) -> {
            if (!OWN.contains(header)) {
                values.forEach(value -> head.append(header).append(": ").append(value).append('\n'));
            }
        });
        try {
            Files.writeString(folder.resolve(name + ".head"), head);
            Files.writeString(folder.resolve(name + ".body"), answer.body(), StandardCharsets.UTF_8);
            for (int tries = 0; !shown(name, answer.statusCode()); tries++) {
                if (tries == 200 || !process.isAlive()) {
                    throw new Mismatch("the limit did not start; see " + folder.resolve("limit.log"));
                }
                Processes.sleep(50);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean shown(String name, int status) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address() + "/show/" + name)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
