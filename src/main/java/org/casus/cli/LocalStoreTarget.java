package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.problem.Problem;
import org.casus.imports.LocalImports;

/** Loads files into the local store. The application runs for the duration of the command and loads files as a server does. */
@Singleton
@Unremovable
public class LocalStoreTarget implements ImportTarget, QuarkusApplication {

    /** The author of the revisions. */
    private static final String AUTHOR = "command-line";

    private final LocalImports imports;
    private final ObjectMapper mapper;
    private LoadArguments loadArguments;

    LocalStoreTarget(LocalImports imports, ObjectMapper mapper) {
        this.imports = imports;
        this.mapper = mapper;
    }

    /** Starts the application, runs the command, and exits the process with its exit code. */
    public static int start(String[] typed) {
        // random ports on the loopback address, so that the command never conflicts with a server
        Map.of("quarkus.http.port", "0", "quarkus.http.host", "127.0.0.1", "quarkus.management.port", "0",
                "quarkus.management.host", "127.0.0.1", "quarkus.log.console.level", "WARN",
                "quarkus.log.category.\"io.quarkus.runtime\".level", "OFF", "quarkus.shutdown.delay", "0s")
                .forEach(System::setProperty);
        Quarkus.run(LocalStoreTarget.class, (code, failure) -> {
            if (failure != null) {
                System.err.println(told(failure));
            }
            System.exit(failure == null ? code : LoadCommand.NOT_ALL);
        }, typed);
        return LoadCommand.NOT_ALL;
    }

    private static String told(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("already in use")) {
                return "the store in this folder is open in another process; if that is a server, say where it is: --url URL";
            }
            deepest = cause;
        }
        return "the store could not be opened: " + deepest;
    }

    @Override
    public int run(String... typed) {
        loadArguments = LoadArguments.read(Arrays.asList(typed), Map.of());
        return new LoadCommand(System.out, ProgressMeter.isTerminal()).load(loadArguments, this);
    }

    @Override
    public JsonNode send(Path file, ProgressMeter sent) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        loadArguments.parameters().forEach((name, value) -> parameters.put(name, List.of(value)));
        parameters.put("name", List.of(file.getFileName().toString()));
        try (InputStream in = Files.newInputStream(file)) {
            return mapper.valueToTree(imports.take(in, parameters, AUTHOR));
        } catch (Problem e) {
            throw new Refused("not taken: " + e.getMessage());
        } catch (IOException e) {
            throw new Refused("cannot be read: " + e.getMessage());
        }
    }

    @Override
    public JsonNode look(String id) {
        return mapper.valueToTree(imports.look(id));
    }

    @Override
    public List<JsonNode> refused(String id, int most) {
        return imports.refused(id, most).stream().map(mapper::<JsonNode>valueToTree).toList();
    }

    @Override
    public String more(String id) {
        return "start the server, then GET /imports/" + id + "/receipts?outcome=refused&f=csv";
    }
}
