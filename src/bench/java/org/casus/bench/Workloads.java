package org.casus.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;

/** The workloads of the table in CONTRIBUTING.md, each with what the database says of some of its requests. */
final class Workloads {

    private static final int CHECKED = 3;
    private static final int DEEP = 1_000;
    private static final int EXPORTED = 100_000;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String IN_WINDOW = " and e.earliest < ? and e.latest >= ?";

    private final Settings settings;
    private final BenchStore benchStore;
    private final ExpectedAnswers expectedAnswers;
    private final RequestDraws requestDraws;
    private final List<Workload> all = new ArrayList<>();

    /** Asks the database, which no server may have at the time. */
    Workloads(Settings settings, BenchStore benchStore, ExpectedAnswers expectedAnswers) throws SQLException {
        this.settings = settings;
        this.benchStore = benchStore;
        this.expectedAnswers = expectedAnswers;
        requestDraws = new RequestDraws(benchStore, settings.seed());
        String back = "asOf=" + (expectedAnswers.head() - settings.changes());
        items(back);
        ofType(back);
        ofActor(back);
        withWord();
        counts(back);
        all.add(Workload.of("clusters", "some 200 clusters of the world view",
                RequestDraws.many(() -> "/events/clusters?zoom=2&" + requestDraws.window())));
        export();
    }

    List<Workload> all() {
        return all;
    }

    private void items(String back) {
        Set<String> deleted = new HashSet<>(expectedAnswers.deleted());
        List<String> items = RequestDraws.many(() -> {
            String id = benchStore.maker().make(requestDraws.event(settings.events())).id();
            return "/events/" + (deleted.contains(id) ? expectedAnswers.changed().get(0) : id);
        });
        all.add(Workload.of("item", "an event with type, place, participants and their names", items));
        all.add(Workload.of("item-as-of", "the same as of " + settings.changes() + " revisions ago",
                with(items, "?" + back)).comparedWith("item"));
    }

    private static List<String> with(List<String> paths, String more) {
        return paths.stream().map(path -> path + more).toList();
    }

    private void ofType(String back) throws SQLException {
        List<String> lists = new ArrayList<>(new LinkedHashSet<>(RequestDraws.many(() -> {
            String type = requestDraws.type();
            return "/events?type=" + type + "&" + requestDraws.window() + "&limit=50";
        })));
        all.add(Workload.of("type-window", "50 events of a type in a window", lists));
        all.add(Workload.of("type-window-as-of", "the same as of " + settings.changes() + " revisions ago",
                with(lists, "&" + back)).comparedWith("type-window"));
        for (String path : lists.subList(0, CHECKED)) {
            String type = value(path, "type");
            RequestDraws.Window window = windowOf(path);
            expectedAnswers.expect(path, "select count(*) from event e join event_type t on t.pk = e.type_pk where t.slug = ?" + IN_WINDOW, type, end(window), begin(window));
            expectedAnswers.expect(path + "&" + back, expectedAnswers.totals().get(path) + deletedOf(type, window));
        }
    }

    /** How many of the deleted events were of a type and in a window. */
    private long deletedOf(String type, RequestDraws.Window window) {
        return expectedAnswers.deleted().stream()
                .map(id -> benchStore.maker().make(Integer.parseInt(id.substring(id.lastIndexOf('-') + 1))))
                .filter(made -> benchStore.types().get(made.type()).equals(type))
                .filter(made -> {
                    TimeRange range = Edtf.parse(made.when()).range();
                    return range.earliest().isBefore(end(window).toInstant())
                            && !range.latest().isBefore(begin(window).toInstant());
                })
                .count();
    }

    private static String value(String path, String parameter) {
        Matcher found = Pattern.compile("[?&]" + parameter + "=([^&]*)").matcher(path);
        if (!found.find()) {
            throw new IllegalArgumentException(path);
        }
        return found.group(1);
    }

    private static RequestDraws.Window windowOf(String path) {
        return new RequestDraws.Window(LocalDate.parse(value(path, "from")), LocalDate.parse(value(path, "to")));
    }

    private static java.time.OffsetDateTime begin(RequestDraws.Window window) {
        return window.from().atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static java.time.OffsetDateTime end(RequestDraws.Window window) {
        return window.to().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private void ofActor(String back) throws SQLException {
        List<World.Actor> actors = benchStore.world().actors;
        List<String> lists = RequestDraws.many(() ->
                "/events?actor=" + actors.get(requestDraws.actor()).id() + "&" + requestDraws.window() + "&limit=50");
        all.add(Workload.of("actor-window", "50 events of an actor in a window", lists));
        all.add(Workload.of("actor-window-as-of", "the same as of " + settings.changes() + " revisions ago",
                with(lists, "&" + back)).comparedWith("actor-window"));
        Set<String> parents = new HashSet<>();
        actors.stream().filter(actor -> actor.partOf() >= 0)
                .forEach(actor -> parents.add(actors.get(actor.partOf()).id()));
        for (String path : lists.stream().filter(path -> !parents.contains(value(path, "actor"))).limit(CHECKED).toList()) {
            RequestDraws.Window window = windowOf(path);
            expectedAnswers.expect(path, "select count(*) from event e where exists (select 1 from event_participant p"
                            + " join actor a on a.pk = p.actor_pk where p.event_pk = e.pk and a.slug = ?)" + IN_WINDOW,
                    value(path, "actor"), end(window), begin(window));
        }
    }

    private void withWord() throws SQLException {
        List<String> lists = RequestDraws.many(() -> "/events?q=" + requestDraws.word() + "&sort=-when&limit=50");
        all.add(Workload.of("word", "50 newest with a word", lists));
        for (String path : lists.subList(0, 1)) {
            expectedAnswers.expect(path, "select count(*) from event e where regexp_like(e.summary, ?, 'i')",
                    "\\b" + value(path, "q") + "\\b");
        }
    }

    private void counts(String back) {
        List<String> counts = RequestDraws.many(() ->
                "/events/counts?by=month,type&place=" + requestDraws.country() + "&" + requestDraws.fiveYears());
        all.add(Workload.of("counts", "counts by month and type of a country over 5 years", counts));
        all.add(Workload.of("counts-as-of", "the same as of " + settings.changes() + " revisions ago",
                with(counts, "&" + back)).comparedWith("counts"));
    }

    /** The newest events, about as many as are to be exported: half of all lie in the last three tenths of the time. */
    private void export() throws SQLException {
        double share = Math.min(1, (double) EXPORTED / settings.events());
        LocalDate from = LocalDate.of(1989, 1, 1).plusDays((long) (36 * 365.25 * Math.sqrt(1 - share)));
        RequestDraws.Window window = new RequestDraws.Window(from, LocalDate.of(2030, 12, 31));
        String path = "/events?" + window + "&all=true&f=ndjson";
        expectedAnswers.expect(path, "select count(*) from event e where true" + IN_WINDOW, end(window), begin(window));
        all.add(new Workload("export", expectedAnswers.totals().get(path) + " events as NDJSON", List.of(path), 1, null));
    }

    /** Adds what only the server can tell: cursors and entity tags. */
    void learn(Server server) {
        if (settings.wants("unchanged")) {
            Workload items = all.get(0);
            all.add(Workload.of("unchanged", "an event that the client has already (304)", items.requests()
                    .subList(0, Math.min(500, items.requests().size())).stream()
                    .map(path -> path + "\t" + server.get(path).headers().firstValue("ETag").orElse("")).toList()));
        }
        if (settings.wants("page-1000") || settings.wants("page-1")) {
            pages(server);
        }
    }

    private void pages(Server server) {
        List<String> first = new ArrayList<>();
        List<String> deep = new ArrayList<>();
        String path = "/events?limit=50";
        for (int page = 1; page < DEEP + 20 && path != null; page++) {
            (page <= 20 ? first : page >= DEEP ? deep : new ArrayList<String>()).add(path);
            Matcher next = NEXT.matcher(server.get(path).body());
            path = next.find() ? next.group(1).replace("\\u0026", "&") : null;
        }
        all.add(Workload.of("page-1", "pages 1 to 20 of all events by cursor", first));
        if (deep.isEmpty()) {
            System.out.println("page-1000: the store has no page 1,000");
            return;
        }
        all.add(Workload.of("page-1000", "pages 1,000 to 1,019 of all events by cursor", deep).comparedWith("page-1"));
    }
}
