package org.casus.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Changes events through the API, so that the ledger holds the states they ended as only the server writes them. */
final class Changes {

    private static final int WRITERS = 16;
    private static final int ONE_IN_IS_DELETED = 40;

    private final Server server;
    private final World world;
    private final EventMaker maker;
    private final Settings settings;
    private final AtomicInteger made = new AtomicInteger();

    Changes(Server server, World world, EventMaker maker, Settings settings) {
        this.server = server;
        this.world = world;
        this.maker = maker;
        this.settings = settings;
    }

    /** Makes so many revisions. */
    void make() {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int share = writer;
                shares.add(() -> {
                    makeShare(share);
                    return null;
                });
            }
            for (Future<Void> share : writers.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the changes could not be made", e);
        } finally {
            writers.shutdownNow();
        }
    }

    /** Each writer keeps to numbers of its own, so that none changes what another deletes. */
    private void makeShare(int writer) {
        SplittableRandom random = new SplittableRandom(settings.seed() * 31 + writer);
        int wanted = settings.changes() / WRITERS + (writer < settings.changes() % WRITERS ? 1 : 0);
        int mine = settings.events() / WRITERS;
        while (wanted > 0) {
            int number = random.nextInt(mine) * WRITERS + writer;
            boolean deletes = random.nextInt(ONE_IN_IS_DELETED) == 0;
            if (deletes ? delete(number) : patch(number, random)) {
                wanted--;
                if (made.incrementAndGet() % 2_000 == 0) {
                    System.out.println("  " + made.get() + " changes made");
                }
            }
        }
    }

    private boolean delete(int number) {
        return accepted(server.request("/events/" + maker.make(number).id() + "?reason=not-an-event").DELETE());
    }

    private boolean patch(int number, SplittableRandom random) {
        String change = switch (random.nextInt(3)) {
            case 0 -> "{\"fatalities\":{\"low\":1,\"best\":" + random.nextInt(2, 90) + ",\"high\":99}}";
            case 1 -> "{\"summary\":\"" + world.words.text(random, random.nextInt(20, 61)) + "\"}";
            default -> "{\"participants\":[{\"role\":\"initiator\",\"actor\":\""
                    + world.actors.get(random.nextInt(world.actors.size())).id() + "\"}]}";
        };
        return accepted(server.request("/events/" + maker.make(number).id())
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));
    }

    /** Whether it made a revision; what is gone (410) or referred to (409) is left alone. */
    private boolean accepted(HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request.header("If-Match", "*")
                .header("Authorization", "Bearer " + Server.KEY).build());
        return switch (answer.statusCode()) {
            case 200, 204 -> true;
            case 409, 410, 503 -> false;
            default -> throw new Mismatch("a change was refused: " + answer.statusCode() + " " + answer.body());
        };
    }
}
