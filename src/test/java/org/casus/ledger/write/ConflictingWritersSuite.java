package org.casus.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.TestClient;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.ledger.Author;
import org.casus.ledger.LedgerHead;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writers that meet in what they refer to. */
abstract class ConflictingWritersSuite {

    private static final int ROUNDS = 40;
    private static final long LATE = 30;
    private static final String DONE = "done";

    @Inject
    WriteService writes;

    @Inject
    ResourceTypes types;

    @Inject
    EntityManager entities;

    /** What each kind is made of, and how an event refers to it; the id stands for {@code %s}. */
    private enum Target {
        ACTOR("{'name':'Actor','kind':'person'}", "'participants':[{'role':'speaker','actor':'%s'}]"),
        PLACE("{'name':'Place','kind':'region'}", "'place':'%s'"),
        SOURCE("{'title':'Source','publisher':'Post','kind':'article'}", "'reports':[{'source':'%s'}]"),
        DATASET("{'title':'Dataset'}", "'dataset':'%s'"),
        EVENT("{'type':'speech','title':'Whole','when':'2023'}", "'relations':[{'kind':'partOf','event':'%s'}]");

        private final String body;
        private final String reference;

        Target(String body, String reference) {
            this.body = body;
            this.reference = reference;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_refers_to_what_was_deleted_at_the_same_time(Target target) throws InterruptedException {
        ResourceKind kind = ResourceKind.valueOf(target.name());
        List<String> outcomes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String id = "meeting-" + kind.token() + "-" + round;
            assertThat(put(kind, id, target.body)).isEqualTo(DONE);
            List<Callable<String>> writers = new ArrayList<>();
            // in some rounds either has a start, so that both ends are seen on any machine
            int start = round % 4;
            writers.add(after(start == 0 ? LATE : 0, () -> delete(kind, id)));
            for (int i = 0; i < 3; i++) {
                String event = id + "-" + i;
                writers.add(after(start == 1 ? LATE : 0, () -> put(ResourceKind.EVENT, event,
                        "{'type':'speech','title':'Event','when':'2023'," + target.reference.formatted(id) + "}")));
            }
            List<String> results = ConcurrentWriters.atOnce(writers);
            outcomes.add(results.get(0));
            boolean deleted = results.get(0).equals(DONE);
            assertThat(results.subList(1, 4)).as("round %d: %s %s", round, kind, results.get(0))
                    .containsOnly(deleted ? ProblemType.INVALID_BODY.name() : DONE);
            assertThat(events(id)).isEqualTo(deleted ? 0 : 3);
        }
        assertThat(outcomes).as("both ends of the race were seen").contains(DONE, ProblemType.CONFLICT.name());
    }

    @Test
    void what_reads_have_not_seen_yet_counts_as_well() {
        for (int round = 0; round < ROUNDS; round++) {
            String actor = "unseen-" + round;
            String event = actor + "-event";
            assertThat(put(ResourceKind.ACTOR, actor, "{'name':'Actor','kind':'person'}")).isEqualTo(DONE);
            put(ResourceKind.EVENT, event, "{'type':'speech','title':'Event','when':'2023'," + Target.ACTOR.reference.formatted(actor)
                    + "}");
            assertThat(deleteAtOnce(ResourceKind.ACTOR, actor)).isEqualTo(ProblemType.CONFLICT.name());
            assertThat(deleteAtOnce(ResourceKind.EVENT, event)).isEqualTo(DONE);
            assertThat(deleteAtOnce(ResourceKind.ACTOR, actor)).isEqualTo(DONE);
        }
    }

    @Test
    void no_number_is_given_twice_though_the_head_has_lost_the_last_one() {
        assertThat(put(ResourceKind.ACTOR, "last", "{'name':'Last','kind':'person'}")).isEqualTo(DONE);
        long last = Transactions.read(LedgerHead::number);
        Transactions.write(() -> entities
                .createNativeQuery("update ledger_head set number = number - 1").executeUpdate());
        assertThat(put(ResourceKind.ACTOR, "next", "{'name':'Next','kind':'person'}")).isEqualTo(DONE);
        assertThat(Transactions.<Long>read(LedgerHead::number)).isEqualTo(last + 1);
    }

    /** Without the wait until reads have seen what was written. */
    private String deleteAtOnce(ResourceKind kind, String id) {
        return outcome(() -> writes.write(Author.CASUS, "test",
                transaction -> transaction.delete(types.get(kind), new Slug(id), Precondition.NONE)));
    }

    private static Callable<String> after(long millis, Callable<String> write) {
        return () -> {
            Thread.sleep(millis);
            return write.call();
        };
    }

    private long events(String below) {
        return Transactions.read(() -> entities
                .createQuery("select count(*) from Event where slug like ?1", Long.class)
                .setParameter(1, below + "-%").getSingleResult());
    }

    @Test
    void two_that_move_below_each_other_make_no_circle() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String one = "one-" + round;
            String other = "other-" + round;
            put(ResourceKind.PLACE, one, "{'name':'One','kind':'region'}");
            put(ResourceKind.PLACE, other, "{'name':'Other','kind':'region'}");
            List<Callable<String>> writers = List.of(
                    () -> patch(ResourceKind.PLACE, one, "{'within':'" + other + "'}"),
                    () -> patch(ResourceKind.PLACE, other, "{'within':'" + one + "'}"));
            assertThat(ConcurrentWriters.atOnce(writers)).as("round %d", round)
                    .containsExactlyInAnyOrder(DONE, ProblemType.INVALID_BODY.name());
        }
    }

    @Test
    void three_that_join_each_other_make_no_circle() throws InterruptedException {
        for (int round = 0; round < ROUNDS / 2; round++) {
            List<Callable<String>> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String actor = "ring-" + round + "-" + i;
                put(ResourceKind.ACTOR, actor, "{'name':'Actor','kind':'group'}");
                String next = "ring-" + round + "-" + (i + 1) % 3;
                writers.add(() -> patch(ResourceKind.ACTOR, actor,
                        "{'memberships':[{'kind':'partOf','of':'" + next + "'}]}"));
            }
            assertThat(ConcurrentWriters.atOnce(writers)).as("round %d", round)
                    .containsExactlyInAnyOrder(DONE, DONE, ProblemType.INVALID_BODY.name());
        }
    }

    @Test
    void two_events_that_become_part_of_each_other_make_no_circle() throws InterruptedException {
        for (int round = 0; round < ROUNDS / 2; round++) {
            String one = "half-" + round;
            String other = "whole-" + round;
            put(ResourceKind.EVENT, one, "{'type':'speech','title':'One','when':'2023'}");
            put(ResourceKind.EVENT, other, "{'type':'speech','title':'Other','when':'2023'}");
            List<Callable<String>> writers = List.of(
                    () -> patch(ResourceKind.EVENT, one, "{'relations':[{'kind':'partOf','event':'" + other + "'}]}"),
                    () -> patch(ResourceKind.EVENT, other, "{'relations':[{'kind':'partOf','event':'" + one + "'}]}"));
            assertThat(ConcurrentWriters.atOnce(writers)).as("round %d", round)
                    .containsExactlyInAnyOrder(DONE, ProblemType.INVALID_BODY.name());
        }
    }

    private String put(ResourceKind kind, String id, String body) {
        return outcome(() -> writes.put(types.get(kind), new Slug(id), tree(body), Precondition.NONE, Author.CASUS, null));
    }

    private String patch(ResourceKind kind, String id, String body) {
        return outcome(() -> writes.patch(types.get(kind), new Slug(id), tree(body), Precondition.NONE, Author.CASUS, null));
    }

    private String delete(ResourceKind kind, String id) {
        return outcome(() -> writes.delete(types.get(kind), new Slug(id), Precondition.NONE, Author.CASUS, "test"));
    }

    private static String outcome(Runnable write) {
        try {
            write.run();
            return DONE;
        } catch (Problem e) {
            return e.type().name();
        }
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) TestClient.tree(json.replace('\'', '"'));
    }
}
