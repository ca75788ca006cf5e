package org.casus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the benchmark: {@code mvn -Pbench verify}. */
public final class Bench {

    private static final double MB = 1e6;

    private final Settings settings;
    private final BenchStore benchStore;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Measurements> figures = new ArrayList<>();

    private Bench(Settings settings) {
        this.settings = settings;
        this.benchStore = new BenchStore(settings);
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        Settings settings = Settings.read();
        if (settings.load() > 0) {
            new LoadBench(settings).run();
            return;
        }
        Processes.demand("taskset", "it keeps the server to one core; Debian has it in util-linux");
        Processes.demand("wrk", "it asks the server; Debian has it in the package wrk");
        Bench bench = new Bench(settings);
        bench.benchStore.prepare();
        if (!settings.generateOnly()) {
            bench.run();
        }
    }

    private void run() throws SQLException, IOException {
        ExpectedAnswers expectedAnswers;
        Workloads workloads;
        try (Connection connection = benchStore.connect()) {
            expectedAnswers = new ExpectedAnswers(connection);
            workloads = new Workloads(settings, benchStore, expectedAnswers);
        }
        try (Server server = start(); LimitServer limit = new LimitServer(settings)) {
            Checks checks = new Checks(server, benchStore, expectedAnswers, expectedAnswers.head() - settings.changes());
            checks.checkThePast();
            workloads.learn(server);
            for (Workload workload : workloads.all()) {
                if (settings.wants(workload.name())) {
                    checks.check(workload).ifPresent(typical -> figures.add(measure(workload, typical, server, limit)));
                }
            }
            fact("resident MB", Processes.residentBytes(server.pid()) / MB);
            fact("live heap MB", server.liveHeap() / MB);
        }
        Measurements.print(figures);
        keep();
    }

    /** A start that had to build the index is told apart from one that had it. */
    private Server start() {
        fact("events", settings.events());
        fact("index built, s, at first", benchStore.indexSeconds());
        Server server = new Server(settings, benchStore.folder());
        if (server.builtIndex()) {
            fact("index built anew, s", server.readySeconds());
            server.close();
            server = new Server(settings, benchStore.folder());
        }
        fact("start to ready, s", server.readySeconds());
        return server;
    }

    private void fact(String name, double value) {
        facts.put(name, value);
        System.out.printf(java.util.Locale.ROOT, "%-26s %,.1f%n", name, value);
    }

    private Measurements measure(Workload workload, HttpResponse<String> typical, Server server, LimitServer limit) {
        Wrk wrk = new Wrk(settings);
        Path requests = wrk.write(workload.name() + ".requests", String.join("\n", workload.requests()) + "\n");
        wrk.run(server.address(), requests, workload.connections(), settings.warmup());
        Optional<Profile> profile = workload.name().equals(settings.profile())
                ? Optional.of(new Profile(server, settings.folder().resolve(workload.name() + ".jfr")))
                : Optional.empty();
        double before = Processes.cpuMs(server.pid());
        Wrk.Result result = wrk.run(server.address(), requests, workload.connections(), settings.seconds());
        double cpu = (Processes.cpuMs(server.pid()) - before) / result.requests();
        profile.ifPresent(Profile::stopAndPrint);
        limit.show(workload.name(), typical);
        wrk.run(limit.address(), requests, workload.connections(), settings.warmup());
        before = Processes.cpuMs(limit.pid());
        Wrk.Result bare = wrk.run(limit.address(), requests, workload.connections(), settings.seconds());
        double limitCpu = (Processes.cpuMs(limit.pid()) - before) / bare.requests();
        Measurements measured = new Measurements(workload.name(), workload.meaning(), result.perSecond(), result.p50(),
                result.p99(), result.bytesEach(), cpu, limitCpu, workload.base());
        Measurements.print(List.of(measured));
        return measured;
    }

    private void keep() throws IOException {
        Path file = settings.folder().resolve("result.json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), Map.of("facts", facts, "workloads", figures));
        System.out.println("\nThe figures are in " + file);
    }
}
