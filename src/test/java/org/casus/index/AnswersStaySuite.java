package org.casus.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.TestClient;
import org.casus.ledger.Follower;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.readmodel.names.Directory;
import org.casus.rest.QueryClient;
import org.casus.rest.TestQuery;
import org.casus.rest.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is written, every answer is the one that a plain list would give, and stays the answer as of its revision.
 * The seed of a run is in its log; {@code -Dseed=…} repeats it.
 */
abstract class AnswersStaySuite {

    private static final int WRITES = 360;
    private static final int WRITES_BETWEEN_QUESTIONS = 4;
    private static final int QUESTIONS = 12;
    private static final int ROWS = 5;

    @Inject
    LedgerReader ledger;

    @Inject
    WriteService archive;

    @Inject
    ResourceTypes types;

    @Inject
    Follower follower;

    @TempDir
    Path folder;

    private final List<Remembered> remembered = new ArrayList<>();
    private final AtomicInteger rows = new AtomicInteger();

    /** A question as of a revision, and its answer. */
    private record Remembered(TestQuery question, TestResponse answer) {

        void holdsFor(QueryClient queryClient, String who) {
            assertThat(queryClient.ask(question)).as("%s: %s", who, question).isEqualTo(answer);
        }
    }

    @Test
    void every_answer_is_right_and_found_again_by_asOf() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        Log.warnf("seed=%d", seed);
        RandomText text = new RandomText(new Random(seed));
        RandomWrites writes = new RandomWrites(text, archive, types);
        RandomQueries questions = new RandomQueries(text, writes::known);
        Directory directory = new Directory();
        PlainReadModel plain = new PlainReadModel(directory);
        Indexer plainIndexer = new Indexer(ledger, directory, plain);
        plainIndexer.start();
        QueryClient here = QueryClient.over(new TestClient());

        try (FollowerThread elsewhere = new FollowerThread(SecondNode.start(folder.resolve("elsewhere"), ledger));
                SecondNode killed = SecondNode.start(folder.resolve("killed"), ledger)) {
            for (int written = 1; written <= WRITES; written++) {
                writes.write();
                if (written % WRITES_BETWEEN_QUESTIONS == 0) {
                    plainIndexer.follow();
                    plainIndexer.publish();
                    assertThat(follower.await(plain.revision(), Duration.ofMinutes(1))).isTrue();
                    ask(questions, here, QueryClient.of(plain), plain.revision());
                    sample(text, here);
                }
                if (written == WRITES / 3) {
                    killed.follow();
                    killed.publish();
                    killed.keep();
                }
                if (written == WRITES / 2) {
                    killed.follow();
                    killed.copyTo(folder.resolve("restarted"));
                }
            }
            all(here, "here");
            elsewhere.stop();
            all(elsewhere.asking(), "on a second node that followed");
        }
        try (SecondNode restarted = SecondNode.start(folder.resolve("restarted"), ledger)) {
            all(restarted.asking(), "after a restart");
        }
        try (SecondNode rebuilt = SecondNode.start(folder.resolve("rebuilt"), ledger)) {
            all(rebuilt.asking(), "after a rebuild");
        }
        Log.warnf("%d answers remembered, %d rows followed; writes: %s", remembered.size(), rows.get(), writes.outcomes());
        assertThat(rows).as("rows led to their events").hasPositiveValue();
        assertThat(writes.outcomes()).as("all sorts of writes happened")
                .containsKeys("Created", "Updated", "Deleted", "Created again", "REFERRED 409", "CIRCLE 422");
    }

    private void ask(RandomQueries questions, QueryClient here, QueryClient plain, long revision) {
        for (int i = 0; i < QUESTIONS; i++) {
            TestQuery query = questions.next();
            TestResponse now = same(query, here, plain);
            TestResponse then = walk(query.asOf(revision), here, plain);
            assertThat(then.withoutAsOf()).as("%s now and as of %d", query, revision).isEqualTo(now.withoutAsOf());
            now.next(query).ifPresent(next -> same(next, here, plain));
            then.behind().entrySet().stream().limit(ROWS).forEach(row -> {
                assertThat(here.ask(row.getKey()).total()).as("%s, a row of %s", row.getKey(), query)
                        .isEqualTo(row.getValue());
                rows.incrementAndGet();
            });
        }
    }

    /** Asks for all pages, and remembers each; answers with the first. */
    private TestResponse walk(TestQuery query, QueryClient here, QueryClient plain) {
        TestResponse first = same(query, here, plain);
        remembered.add(new Remembered(query, first));
        for (Optional<TestQuery> next = first.next(query); next.isPresent(); ) {
            TestResponse page = same(next.get(), here, plain);
            remembered.add(new Remembered(next.get(), page));
            next = page.next(query);
        }
        return first;
    }

    private static TestResponse same(TestQuery query, QueryClient here, QueryClient plain) {
        TestResponse response = here.ask(query);
        assertThat(response).as(query.toString()).isEqualTo(plain.ask(query));
        return response;
    }

    /** Some of what was answered earlier, while writing goes on. */
    private void sample(RandomText text, QueryClient here) {
        for (int i = 0; i < QUESTIONS; i++) {
            text.one(remembered).holdsFor(here, "meanwhile");
        }
    }

    private void all(QueryClient queryClient, String who) {
        remembered.forEach(one -> one.holdsFor(queryClient, who));
    }
}
