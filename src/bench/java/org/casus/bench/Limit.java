package org.casus.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: a bare Vert.x server, one verticle, that answers whatever is asked with the same bytes from memory. A request for
 * {@code /show/NAME} makes the files {@code NAME.head} and {@code NAME.body} of its folder the answer from then on.
 */
public final class Limit {

    private static final String SHOW = "/show/";

    private final Path folder;
    private int status = 200;
    private List<String[]> headers = List.of();
    private Buffer body = Buffer.buffer();

    private Limit(Path folder) {
        this.folder = folder;
    }

    /** Port and folder. */
    public static void main(String[] arguments) {
        Limit limit = new Limit(Path.of(arguments[1]));
        Vertx.vertx().createHttpServer(new HttpServerOptions())
                .requestHandler(limit::answer)
                .listen(Integer.parseInt(arguments[0]), "localhost");
    }

    private void answer(HttpServerRequest request) {
        if (request.uri().startsWith(SHOW)) {
            show(request.uri().substring(SHOW.length()));
        }
        HttpServerResponse response = request.response().setStatusCode(status);
        for (String[] header : headers) {
            response.putHeader(header[0], header[1]);
        }
        if (status == 304) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private void show(String name) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(name + ".head"));
            status = Integer.parseInt(lines.get(0));
            List<String[]> read = new ArrayList<>();
            lines.stream().skip(1).forEach(line -> read.add(line.split(": ", 2)));
            headers = read;
            body = Buffer.buffer(Files.readAllBytes(folder.resolve(name + ".body")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
