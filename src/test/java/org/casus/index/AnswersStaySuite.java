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
import org.casus.Client;
import org.casus.ledger.Follower;
import org.casus.ledger.write.Archive;
import org.casus.ledger.write.Kinds;
import org.casus.readmodel.names.Directory;
import org.casus.rest.Answer;
import org.casus.rest.Asking;
import org.casus.rest.Question;
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
    Archive archive;

    @Inject
    Kinds kinds;

    @Inject
    Follower follower;

    @TempDir
    Path folder;

    private final List<Remembered> remembered = new ArrayList<>();
    private final AtomicInteger rows = new AtomicInteger();

    /** A question as of a revision, and its answer. */
    private record Remembered(Question question, Answer answer) {

        void holdsFor(Asking asking, String who) {
            assertThat(asking.ask(question)).as("%s: %s", who, question).isEqualTo(answer);
        }
    }

    @Test
    void every_answer_is_right_and_found_again_by_asOf() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        Log.warnf("seed=%d", seed);
        RandomText text = new RandomText(new Random(seed));
        RandomWrites writes = new RandomWrites(text, archive, kinds);
        RandomQuestions questions = new RandomQuestions(text, writes::known);
        Directory directory = new Directory();
        PlainReadModel plain = new PlainReadModel(directory);
        Indexer plainIndexer = new Indexer(ledger, directory, plain);
        plainIndexer.start();
        Asking here = Asking.over(new Client());

        try (FollowingNode elsewhere = new FollowingNode(Node.start(folder.resolve("elsewhere"), ledger));
                Node killed = Node.start(folder.resolve("killed"), ledger)) {
            for (int written = 1; written <= WRITES; written++) {
                writes.write();
                if (written % WRITES_BETWEEN_QUESTIONS == 0) {
                    plainIndexer.follow();
                    plainIndexer.publish();
                    assertThat(follower.await(plain.revision(), Duration.ofMinutes(1))).isTrue();
                    ask(questions, here, Asking.of(plain), plain.revision());
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
        try (Node restarted = Node.start(folder.resolve("restarted"), ledger)) {
            all(restarted.asking(), "after a restart");
        }
        try (Node rebuilt = Node.start(folder.resolve("rebuilt"), ledger)) {
            all(rebuilt.asking(), "after a rebuild");
        }
        Log.warnf("%d answers remembered, %d rows followed; writes: %s", remembered.size(), rows.get(), writes.outcomes());
        assertThat(rows).as("rows led to their events").hasPositiveValue();
        assertThat(writes.outcomes()).as("all sorts of writes happened")
                .containsKeys("Created", "Updated", "Deleted", "Created again", "REFERRED 409", "CIRCLE 422");
    }

    private void ask(RandomQuestions questions, Asking here, Asking plain, long revision) {
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = questions.next();
            Answer now = same(question, here, plain);
            Answer then = walk(question.asOf(revision), here, plain);
            assertThat(then.withoutAsOf()).as("%s now and as of %d", question, revision).isEqualTo(now.withoutAsOf());
            now.next(question).ifPresent(next -> same(next, here, plain));
            then.behind().entrySet().stream().limit(ROWS).forEach(row -> {
                assertThat(here.ask(row.getKey()).total()).as("%s, a row of %s", row.getKey(), question)
                        .isEqualTo(row.getValue());
                rows.incrementAndGet();
            });
        }
    }

    /** Asks for all pages, and remembers each; answers with the first. */
    private Answer walk(Question question, Asking here, Asking plain) {
        Answer first = same(question, here, plain);
        remembered.add(new Remembered(question, first));
        for (Optional<Question> next = first.next(question); next.isPresent(); ) {
            Answer page = same(next.get(), here, plain);
            remembered.add(new Remembered(next.get(), page));
            next = page.next(question);
        }
        return first;
    }

    private static Answer same(Question question, Asking here, Asking plain) {
        Answer answer = here.ask(question);
        assertThat(answer).as(question.toString()).isEqualTo(plain.ask(question));
        return answer;
    }

    /** Some of what was answered earlier, while writing goes on. */
    private void sample(RandomText text, Asking here) {
        for (int i = 0; i < QUESTIONS; i++) {
            text.one(remembered).holdsFor(here, "meanwhile");
        }
    }

    private void all(Asking asking, String who) {
        remembered.forEach(one -> one.holdsFor(asking, who));
    }
}
