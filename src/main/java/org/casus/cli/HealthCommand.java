package org.casus.cli;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The command {@code health}, which asks the server on this machine whether it is ready. It serves health checks where no HTTP
 * client is installed. It starts no server and opens no store.
 */
public final class HealthCommand {

    static final int READY = 0;
    static final int NOT_READY = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String PORT = "quarkus.management.port";
    private static final String HOST = "quarkus.management.host";
    /** Wildcard addresses: a server can listen on them, but a client cannot connect to them. */
    private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");
    private static final String LOCAL = "localhost";
    private static final String READINESS = "/q/health/ready";
    private static final int PATIENCE_MILLIS = 5000;
    private static final int BEFORE_FILES = 260;

    private HealthCommand() {
    }

    /** Runs the command, and returns its exit code: 0 if the server is ready, 1 if it is not or cannot be reached, 2 for arguments. */
    public static int run(String[] arguments, Config config, PrintStream out, PrintStream err) {
        if (arguments.length > 0) {
            err.println("health takes no arguments; it asks the server on this machine whether it is ready, where " + HOST + " and "
                    + PORT + " (or QUARKUS_MANAGEMENT_HOST and QUARKUS_MANAGEMENT_PORT) say, else at localhost:9000, and ends with"
                    + " 0 if it is, with 1 if not");
            return NOT_UNDERSTOOD;
        }
        String host = config.getOptionalValue(HOST, String.class).filter(name -> !ANY.contains(name)).orElse(LOCAL);
        String address = "http://" + host + ":" + config.getOptionalValue(PORT, Integer.class).orElse(9000) + READINESS;
        try {
            return answered(URI.create(address).toURL(), out);
        } catch (IOException e) {
            out.println("no answer from " + address + ": " + e.getMessage());
            return NOT_READY;
        }
    }

    private static int answered(URL url, PrintStream out) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
            out.println("ready");
            return READY;
        }
        String said = connection.getErrorStream() == null ? ""
                : new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        out.println("not ready: " + url + " answers " + connection.getResponseCode() + " " + said);
        return NOT_READY;
    }

    /** Returns the configuration that a server started in this folder and environment would have. */
    public static Config settings() {
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder().addDefaultInterceptors().addDefaultSources().withProfile("prod");
        Path file = Path.of("config", "application.properties");
        try {
            if (Files.exists(file)) {
                settings.withSources(new PropertiesConfigSource(file.toUri().toURL(), BEFORE_FILES));
            }
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
        return settings.build();
    }
}
