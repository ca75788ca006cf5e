package org.casus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.http.Sha256;

/** Loads files into a running server over HTTP. */
final class ServerTarget implements ImportTarget {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 30;
    /** The cursor in the link to the next page. */
    private static final Pattern AFTER = Pattern.compile("[?&]after=([0-9]+)");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final LoadArguments loadArguments;

    ServerTarget(String url, LoadArguments loadArguments) {
        this.url = url;
        this.loadArguments = loadArguments;
        if (loadArguments.key().isEmpty()) {
            throw new LoadArguments.Misread("loading needs a key that may write: --key KEY, or CASUS_KEY in the environment");
        }
    }

    /**
     * Returns the URL of the server on this machine, at the port on which a server would start; empty if nothing listens there.
     *
     * @throws LoadArguments.Misread if something other than Casus listens there
     */
    static Optional<String> onThisMachine(Map<String, String> environment) {
        String port = System.getProperty("quarkus.http.port", environment.getOrDefault("QUARKUS_HTTP_PORT", "8080"));
        String url = "http://localhost:" + port;
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(url + "/problems")).timeout(PATIENCE).GET().build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().contains("/problems/invalid-parameter")
                    || answer.body().contains("\"/problems/")) {
                return Optional.of(url);
            }
            throw new LoadArguments.Misread("something else than Casus answers at " + url + "; say where Casus is: --url URL");
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LoadArguments.Misread("something at " + url + " does not answer; say where Casus is: --url URL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public JsonNode send(Path file, ProgressMeter sent) {
        try {
            long size = Files.size(file);
            Map<String, String> query = new TreeMap<>(loadArguments.parameters());
            query.put("name", file.getFileName().toString());
            HttpRequest request = request("/imports?" + query.entrySet().stream()
                            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&")))
                    .header("Content-Type", "application/octet-stream")
                    .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest(file)) + ":")
                    .PUT(new CountingBodyPublisher(HttpRequest.BodyPublishers.ofFile(file), size, done -> sent.show("sending", done, size,
                            ProgressMeter.bytes(done) + " of " + ProgressMeter.bytes(size)))).build();
            return json(http.send(request, HttpResponse.BodyHandlers.ofString()), 202);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("it was interrupted");
        }
    }

    private static byte[] digest(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + loadArguments.key().orElseThrow());
    }

    private Refused unreachable(IOException e) {
        return new Refused("there is no answer from " + url + " (" + e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")");
    }

    private static JsonNode json(HttpResponse<String> answer, int wanted) {
        if (answer.statusCode() != wanted) {
            throw new Refused(problem(answer));
        }
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new Refused("the answer is not from Casus");
        }
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            return "not taken (" + answer.statusCode() + "): " + MAPPER.readTree(answer.body()).path("detail").asText(answer.body());
        } catch (JsonProcessingException e) {
            return "not taken: " + answer.statusCode();
        }
    }

    /** Returns the current state of an import. It tries for about {@value #TRIES} seconds, since a server may restart and resume it. */
    @Override
    public JsonNode look(String id) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = get("/imports/" + id);
                if (answer.statusCode() < 500 || attempt == TRIES) {
                    return json(answer, 200);
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw unreachable(e);
                }
            }
            rest();
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(request(path).timeout(PATIENCE).GET().build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("it was interrupted; the import goes on by itself");
        }
    }

    private static void rest() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<JsonNode> refused(String id, int most) {
        try {
            List<JsonNode> found = new ArrayList<>();
            Matcher next = AFTER.matcher("?after=0");
            // a page may end early if it takes long to find refused rows
            while (next.find() && found.size() < most) {
                JsonNode page = json(get("/imports/" + id + "/receipts?outcome=refused&limit=" + (most - found.size())
                        + "&after=" + next.group(1)), 200);
                page.path("items").forEach(found::add);
                next = AFTER.matcher(page.path("links").path("next").asText());
            }
            return found;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public String more(String id) {
        return "curl -H \"Authorization: Bearer $CASUS_KEY\" '" + url + "/imports/" + id + "/receipts?outcome=refused&f=csv'";
    }
}
