package org.casus.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code -Dbench.…} says.
 *
 * @param folder where stores and results are kept
 * @param application the folder of the packaged server
 * @param jdk the JDK that runs the server and the limit
 * @param seconds how long each workload is measured
 * @param workloads the names to run; empty for all
 * @param profile the workload to record with JFR, or empty
 * @param load rows of the file that is loaded; 0 where reading is measured
 * @param onPostgreSql whether the packaged server is the one for PostgreSQL
 */
record Settings(int events, long seed, int changes, Path folder, Path application, Path jdk, int seconds, int warmup,
        List<String> workloads, String profile, int port, String serverCore, String clientCore, String heap,
        boolean generateOnly, int load,
        boolean onPostgreSql) {

    static Settings read() {
        return new Settings(
                Integer.getInteger("bench.events", 1_000_000),
                Long.getLong("bench.seed", 1),
                Integer.getInteger("bench.changes", 10_000),
                Path.of(text("bench.folder", "target/bench")).toAbsolutePath(),
                Path.of(text("bench.application", "target/quarkus-app")).toAbsolutePath(),
                Path.of(text("bench.jdk", System.getProperty("java.home"))).toAbsolutePath(),
                Integer.getInteger("bench.seconds", 8),
                Integer.getInteger("bench.warmup", 40),
                list(text("bench.workloads", "")),
                text("bench.profile", ""),
                Integer.getInteger("bench.port", 18080),
                text("bench.server.core", "0"),
                text("bench.client.core", "1"),
                text("bench.heap", "512m"),
                Boolean.parseBoolean(text("bench.generate", "false")),
                Integer.getInteger("bench.load", 0),
                text("bench.database", "h2").equals("postgresql"));
    }

    /** Where the store of this size and seed is. */
    Path store() {
        return folder.resolve(events + "-" + seed);
    }

    boolean wants(String workload) {
        return workloads.isEmpty() || workloads.contains(workload);
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value.strip();
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
    }
}
