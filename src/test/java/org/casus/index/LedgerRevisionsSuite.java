package org.casus.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casus.TestClient;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Revision;
import org.casus.ledger.write.ConcurrentWriters;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.query.AsOf;
import org.casus.readmodel.Revisions;
import org.casus.store.Transactions;
import org.junit.jupiter.api.Test;

/** Which revision a moment means. */
abstract class LedgerRevisionsSuite {

    private static final int WRITERS = 6;
    private static final int ANSWERS = 40;

    @Inject
    WriteService writes;

    @Inject
    ResourceTypes types;

    @Inject
    Revisions revisions;

    @Test
    void the_revision_of_a_moment_is_final_while_others_write() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        TreeMap<Instant, Long> answers = new TreeMap<>();
        List<Callable<Void>> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String id = "moment-" + i;
            threads.add(() -> {
                for (int round = 0; !done.get(); round++) {
                    write(id, "Title " + round);
                }
                return null;
            });
        }
        threads.add(() -> {
            try {
                while (answers.size() < ANSWERS) {
                    ask(answers);
                }
            } finally {
                done.set(true);
            }
            return null;
        });
        ConcurrentWriters.atOnce(threads);
        answers.forEach((moment, revision) -> assertThat(at(moment)).as("at %s", moment).isEqualTo(revision));
        assertThat(List.copyOf(answers.values())).as("a later moment means no earlier revision").isSorted();
    }

    @Test
    void what_comes_after_an_answer_is_recorded_after_its_moment_though_a_clock_was_set_back() {
        write("told", "Told");
        TreeMap<Instant, Long> answers = new TreeMap<>();
        ask(answers);
        Instant told = answers.firstKey();
        LedgerClock back = new LedgerClock(Clock.fixed(told.minusSeconds(60), ZoneOffset.UTC), System::nanoTime, Optional.empty());

        Instant next = Transactions.write(() -> {
            LedgerHead head = LedgerHead.lock();
            // only looked at: no number is given without a revision
            LedgerHead.getEntityManager().detach(head);
            head.next(back);
            return head.recordedAt;
        });

        assertThat(next).isAfter(told.truncatedTo(ChronoUnit.MICROS));
    }

    /** The latest moment that may be asked of: all but now. */
    private void ask(TreeMap<Instant, Long> answers) {
        Instant moment = Instant.now();
        while (true) {
            try {
                answers.put(moment, at(moment));
                return;
            } catch (Problem e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_revision_holds_from_its_moment_on_and_not_a_nanosecond_before() {
        write("exact", "First");
        long number = write("exact", "Second");
        Instant recorded = Transactions.read(() ->
                Revision.<Revision>findById(number).recordedAt);
        write("exact", "Third");

        assertThat(at(recorded)).isGreaterThanOrEqualTo(number);
        assertThat(at(recorded.minusNanos(1))).isLessThan(number);
        assertThat(at(recorded.minusNanos(400))).isLessThan(number);
    }

    private long write(String id, String title) {
        JsonNode body = TestClient.tree("{\"type\":\"speech\",\"when\":\"2023\",\"title\":\"" + title + "\"}");
        return writes.put(types.get(ResourceKind.EVENT), new Slug(id), body.deepCopy(), Precondition.NONE, Author.CASUS,
                null).revision();
    }

    private long at(Instant moment) {
        return revisions.at(new AsOf.Moment(moment), "asOf");
    }
}
