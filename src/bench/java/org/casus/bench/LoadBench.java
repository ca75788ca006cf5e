package org.casus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a file is loaded, from the upload to the last row being durable and searchable, with readers at work all
 * the while; and beside it how fast this machine's database takes the very same rows without Casus.
 */
final class LoadBench {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Between two pages that the reader asks for. */
    private static final long PAUSE_MS = 100;
    private static final String PAGE = "/events?limit=50&dataset=bench-ged";

    private final Settings settings;
    private final Path folder;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    LoadBench(Settings settings) {
        this.settings = settings;
        this.folder = settings.folder().resolve("load");
    }

    void run() throws SQLException, IOException {
        Path file = settings.folder().resolve("ged-" + settings.load() + "-" + settings.seed() + ".csv");
        Files.createDirectories(settings.folder());
        if (!Files.exists(file)) {
            GedFile.write(file, settings.load(), settings.seed());
        }
        BenchStore.clear(folder);
        try (Databases databases = Databases.of(settings, folder)) {
            try (Server server = Server.unbound(settings, folder, databases.environment())) {
                load(server, file);
            }
            limit(databases);
        }
        Path result = settings.folder().resolve("load.json");
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(result.toFile(), facts);
        System.out.println("\nThe figures are in " + result);
    }

    private void load(Server server, Path file) throws IOException {
        double cpu = Processes.cpuMs(server.pid());
        long begun = System.nanoTime();
        server.send(server.request("/imports?dataset=bench-ged&release=1").header("Authorization", "Bearer " + Server.KEY)
                .PUT(HttpRequest.BodyPublishers.ofFile(file)).build());
        fact("uploaded, s", seconds(begun));
        List<Double> pages = new ArrayList<>();
        JsonNode state = state(server);
        while (List.of("waiting", "running").contains(state.get("state").asText())) {
            long asked = System.nanoTime();
            server.get(PAGE);
            pages.add((System.nanoTime() - asked) / 1e6);
            Processes.sleep(PAUSE_MS);
            state = state(server);
        }
        double wall = seconds(begun);
        check(server, state);
        fact("rows", settings.load());
        fact("revisions", state.get("lastRevision").asLong());
        fact("loaded, s", wall);
        fact("rows/s", settings.load() / wall);
        fact("CPU ms a row", (Processes.cpuMs(server.pid()) - cpu) / settings.load());
        fact("page of 50 meanwhile, p50 ms", quantile(pages, 0.5));
        fact("page of 50 meanwhile, p95 ms", quantile(pages, 0.95));
        fact("resident MB", Processes.residentBytes(server.pid()) / 1e6);
        fact("live heap MB", server.liveHeap() / 1e6);
    }

    private void limit(Databases databases) throws SQLException, IOException {
        try (Connection from = databases.loaded(); Connection to = databases.empty()) {
            LoadLimit limit = new LoadLimit(from, to);
            double seconds = limit.jdbc();
            fact("SQL rows a row of the file", (double) limit.rows() / settings.load());
            fact("the same rows by JDBC batch, rows/s", settings.load() / seconds);
        }
        if (settings.onPostgreSql()) {
            try (Connection from = databases.loaded(); Connection to = databases.empty()) {
                fact("the same rows by COPY, rows/s", settings.load() / new LoadLimit(from, to).copy(folder));
            }
        }
    }

    private JsonNode state(Server server) throws IOException {
        return MAPPER.readTree(server.send(server.request("/imports/1").header("Authorization", "Bearer " + Server.KEY).build()).body());
    }

    /** Every row is there, and can be found. */
    private void check(Server server, JsonNode state) throws IOException {
        long found = MAPPER.readTree(server.get("/events?limit=1&dataset=bench-ged&coding=ucdp:1&fatalities=0..").body())
                .get("total").asLong();
        JsonNode rows = state.get("rows");
        if (!state.get("state").asText().equals("done") || found != settings.load()
                || rows.get("created").asLong() + rows.get("flagged").asLong() != settings.load()) {
            throw new Mismatch("of " + settings.load() + " rows " + found + " can be found; the import says " + state);
        }
    }

    private static double quantile(List<Double> values, double share) {
        Collections.sort(values);
        return values.isEmpty() ? Double.NaN : values.get((int) Math.min(values.size() - 1, values.size() * share));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void fact(String name, double value) {
        facts.put(name, value);
        System.out.printf(Locale.ROOT, "%-32s %,.2f%n", name, value);
    }
}
