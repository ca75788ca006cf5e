package org.casus.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at answers before anyone times them. Throws {@link Mismatch} where one is wrong. */
final class Checks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOOKED_AT = 5;

    private final Server server;
    private final BenchStore benchStore;
    private final ExpectedAnswers expectedAnswers;
    private final long back;

    Checks(Server server, BenchStore benchStore, ExpectedAnswers expectedAnswers, long back) {
        this.server = server;
        this.benchStore = benchStore;
        this.expectedAnswers = expectedAnswers;
        this.back = back;
    }

    /** A typical answer of a workload; empty if the server has no such endpoint or parameter. */
    Optional<HttpResponse<String>> check(Workload workload) {
        HttpResponse<String> first = ask(workload.requests().get(0));
        if (first.statusCode() == 404 || first.statusCode() == 400) {
            System.out.printf("%-20s not there (%d): %s%n", workload.name(), first.statusCode(), workload.first());
            return Optional.empty();
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String request : workload.requests().subList(0, Math.min(LOOKED_AT, workload.requests().size()))) {
            HttpResponse<String> answer = ask(request);
            answers.add(answer);
            demand(answer.statusCode() == 200 || request.contains("\t") && answer.statusCode() == 304, request,
                    "status " + answer.statusCode() + " " + answer.body());
            look(request, answer);
        }
        expectedAnswers.totals().forEach((path, total) -> {
            if (workload.requests().contains(path)) {
                totalIs(path, total);
            }
        });
        answers.sort((a, b) -> Integer.compare(a.body().length(), b.body().length()));
        return Optional.of(answers.get(answers.size() / 2));
    }

    private HttpResponse<String> ask(String request) {
        String[] parts = request.split("\t");
        HttpRequest.Builder builder = server.request(parts[0]);
        return server.send(parts.length > 1 ? builder.header("If-None-Match", parts[1]).build() : builder.build());
    }

    private void look(String request, HttpResponse<String> answer) {
        if (answer.statusCode() == 304) {
            demand(answer.body().isEmpty(), request, "a 304 with a body");
        } else if (request.startsWith("/events?") && !request.contains("f=ndjson")) {
            lookAtList(request, read(answer));
        } else if (request.startsWith("/events/counts?") || request.startsWith("/events/clusters?")) {
            lookAtSums(request, read(answer));
        } else if (request.matches("/events/[^/?]+-\\d+(\\?.*)?")) {
            lookAtItem(request, read(answer));
        }
    }

    private void lookAtItem(String request, JsonNode item) {
        String id = item.path("id").asText();
        EventMaker.Made made = benchStore.maker().make(Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)));
        demand(request.startsWith("/events/" + id), request, "gave " + id);
        demand(item.path("title").asText().equals(made.title()), request, "is called " + item.path("title"));
        demand(item.at("/type/id").asText().equals(benchStore.types().get(made.type())), request, "is " + item.at("/type"));
        if (request.contains("asOf=") && item.path("revision").asLong() > back) {
            throw new Mismatch(request + " gave a later revision: " + item.path("revision"));
        }
        for (JsonNode part : item.path("participants")) {
            demand(part.at("/actor/name").isTextual(), request, "has a participant without a name");
        }
    }

    private void lookAtList(String request, JsonNode list) {
        demand(list.path("items").size() == Math.min(50, list.path("total").asLong()) || request.contains("cursor="),
                request, "has " + list.path("items").size() + " items of " + list.path("total"));
        for (JsonNode item : list.path("items")) {
            String type = parameter(request, "type");
            demand(type == null || item.at("/type/id").asText().equals(type), request, "holds " + item.at("/type"));
            String from = parameter(request, "from");
            String to = parameter(request, "to");
            demand(from == null || !latest(item).isBefore(day(from)), request, "holds " + item.path("when"));
            demand(to == null || earliest(item).isBefore(day(to).plusSeconds(86_400)), request,
                    "holds " + item.path("when"));
        }
    }

    /** Every event stands in one row, or possibly in several; in one cell, or in none. */
    private void lookAtSums(String request, JsonNode sums) {
        long total = read(server.get(sums.at("/links/events").asText() + "&limit=1")).path("total").asLong(-1);
        long counted = 0;
        boolean possible = false;
        for (JsonNode one : sums.path(sums.has("rows") ? "rows" : "clusters")) {
            counted += one.path("count").asLong();
            possible |= one.path("possible").asLong() > 0;
        }
        demand(sums.path("total").asLong() == total, request, "counts " + sums.path("total") + " of " + total);
        demand(counted == total || possible && counted < total, request, "adds up to " + counted + " of " + total);
    }

    private static Instant day(String day) {
        return LocalDate.parse(day).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
    }

    private static Instant earliest(JsonNode item) {
        return Instant.parse(item.path("earliest").asText());
    }

    private static Instant latest(JsonNode item) {
        return Instant.parse(item.path("latest").asText());
    }

    private static String parameter(String path, String name) {
        var found = java.util.regex.Pattern.compile("[?&]" + name + "=([^&]*)").matcher(path);
        return found.find() ? found.group(1) : null;
    }

    private void totalIs(String path, long total) {
        HttpResponse<String> answer = ask(path);
        long given = path.contains("f=ndjson") ? answer.body().lines().count() : read(answer).path("total").asLong(-1);
        demand(given == total, path, "gives " + given + " events, and the database has " + total);
    }

    /** What was changed was otherwise before, and what was deleted was there. */
    void checkThePast() {
        for (String id : expectedAnswers.changed().subList(0, Math.min(LOOKED_AT, expectedAnswers.changed().size()))) {
            long now = read(server.get("/events/" + id)).path("revision").asLong();
            long then = read(server.get("/events/" + id + "?asOf=" + back)).path("revision").asLong();
            demand(then > 0 && then <= back && now > back, "/events/" + id, "is of " + now + ", and was of " + then);
        }
        for (String id : expectedAnswers.deleted().subList(0, Math.min(LOOKED_AT, expectedAnswers.deleted().size()))) {
            int now = server.get("/events/" + id).statusCode();
            int then = server.get("/events/" + id + "?asOf=" + back).statusCode();
            demand(now == 410 && then == 200, "/events/" + id, "gives " + now + " now and " + then + " in the past");
        }
    }

    private static void demand(boolean so, String request, String otherwise) {
        if (!so) {
            throw new Mismatch(request + " " + otherwise);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new Mismatch(answer.uri() + " gave no JSON: " + e.getMessage());
        }
    }

}
