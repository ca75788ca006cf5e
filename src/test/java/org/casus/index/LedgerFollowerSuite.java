package org.casus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casus.TestClient;
import org.casus.http.Precondition;
import org.casus.index.lucene.LuceneReadModel;
import org.casus.ledger.Author;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.rest.QueryClient;
import org.casus.rest.TestQuery;
import org.casus.store.Transactions;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a read model follows while others write. */
abstract class LedgerFollowerSuite {

    @Inject
    LedgerReader ledger;

    @Inject
    WriteService writes;

    @Inject
    ResourceTypes types;

    @Inject
    EntityManager entities;

    @TempDir
    Path folder;

    @Test
    void a_consistent_reading_sees_one_state_whatever_others_commit() {
        put(ResourceKind.PLACE, "seen", "{'name':'Before','kind':'city'}");
        ledger.consistently(() -> {
            long head = ledger.head();
            CompletableFuture.runAsync(() -> put(ResourceKind.PLACE, "seen", "{'name':'After','kind':'city'}")).join();
            entities.clear();
            assertThat(ledger.head()).isEqualTo(head);
            assertThat(name("seen")).isEqualTo("Before");
            return null;
        });
        assertThat(ledger.consistently(() -> name("seen"))).isEqualTo("After");
    }

    private String name(String place) {
        return (String) entities.createNativeQuery("select name from place where slug = ?1")
                .setParameter(1, place).getSingleResult();
    }

    /** Else a writer that gets the connection next fails wherever another was before it. */
    @Test
    void a_consistent_reading_gives_its_connection_back_as_it_was() {
        int usual = isolation();
        for (int i = 0; i < 30; i++) {
            ledger.consistently(ledger::head);
            assertThat(isolation()).isEqualTo(usual);
        }
    }

    private int isolation() {
        return Transactions.read(() ->
                entities.unwrap(Session.class).doReturningWork(connection -> connection.getTransactionIsolation()));
    }

    @Test
    void what_moves_while_the_index_is_built_is_found_where_it_came_to() throws IOException {
        put(ResourceKind.PLACE, "old-country", "{'name':'Old country','kind':'country'}");
        put(ResourceKind.PLACE, "new-country", "{'name':'New country','kind':'country'}");
        put(ResourceKind.PLACE, "province", "{'name':'Province','kind':'region','within':'old-country'}");
        put(ResourceKind.EVENT, "event-there", "{'type':'speech','title':'There','when':'2023','place':'province'}");
        Directory directory = new Directory();
        try (LuceneReadModel model = LuceneReadModel.open(folder, directory, "test", Duration.ofMinutes(1))) {
            ReadModel interrupted = new InterruptedReadModel(model, () -> put(ResourceKind.PLACE, "province",
                    "{'name':'Province','kind':'region','within':'new-country'}"));
            new Indexer(ledger, directory, interrupted).start();

            assertThat(events(model, "new-country")).contains("event-there");
            assertThat(events(model, "old-country")).doesNotContain("event-there");
        }
    }

    @Test
    void what_moves_before_it_is_shown_is_found_where_it_came_to() throws IOException {
        put(ResourceKind.PLACE, "left-country", "{'name':'Left country','kind':'country'}");
        put(ResourceKind.PLACE, "joined-country", "{'name':'Joined country','kind':'country'}");
        put(ResourceKind.PLACE, "moving", "{'name':'Moving','kind':'region','within':'left-country'}");
        Directory directory = new Directory();
        try (LuceneReadModel model = LuceneReadModel.open(folder, directory, "test", Duration.ofMinutes(1))) {
            Indexer indexer = new Indexer(ledger, directory, model);
            indexer.start();
            put(ResourceKind.EVENT, "event-moving", "{'type':'speech','title':'Moving','when':'2023','place':'moving'}");
            indexer.follow();
            assertThat(events(model, "left-country")).as("not shown yet").doesNotContain("event-moving");
            put(ResourceKind.PLACE, "moving", "{'name':'Moving','kind':'region','within':'joined-country'}");
            indexer.follow();
            indexer.publish();

            assertThat(events(model, "joined-country")).contains("event-moving");
            assertThat(events(model, "left-country")).doesNotContain("event-moving");
        }
    }

    @Test
    void what_moved_and_came_back_is_found_where_it_is_though_more_was_kept_than_shown() throws IOException {
        put(ResourceKind.PLACE, "home", "{'name':'Home','kind':'country'}");
        put(ResourceKind.PLACE, "abroad", "{'name':'Abroad','kind':'country'}");
        put(ResourceKind.PLACE, "traveller", "{'name':'Traveller','kind':'region','within':'home'}");
        put(ResourceKind.EVENT, "event-travelling", "{'type':'speech','title':'On the way','when':'2023','place':'traveller'}");
        Directory before = new Directory();
        try (LuceneReadModel model = LuceneReadModel.open(folder, before, "test", Duration.ofMinutes(1))) {
            Indexer indexer = new Indexer(ledger, before, model);
            indexer.start();
            put(ResourceKind.PLACE, "traveller", "{'name':'Traveller','kind':'region','within':'abroad'}");
            indexer.follow();
            model.keep();
        }
        put(ResourceKind.PLACE, "traveller", "{'name':'Traveller','kind':'region','within':'home'}");

        Directory after = new Directory();
        try (LuceneReadModel model = LuceneReadModel.open(folder, after, "test", Duration.ofMinutes(1))) {
            new Indexer(ledger, after, model).start();

            assertThat(events(model, "home")).contains("event-travelling");
            assertThat(events(model, "abroad")).doesNotContain("event-travelling");
        }
    }

    private static String events(ReadModel model, String place) {
        return QueryClient.of(model).ask(new TestQuery(ResourceKind.EVENT, null, Map.of("place", place))).body();
    }

    /** One that is interrupted closes the index; one left alone brings old states after newer ones. */
    @Test
    void whoever_fails_while_all_is_read_waits_for_the_others() {
        put(ResourceKind.EVENT, "event-near", "{'type':'speech','title':'Near','when':'2023'}");
        put(ResourceKind.EVENT, "event-far", "{'type':'speech','title':'Far','when':'2023'}");
        Transactions.write(() -> entities
                .createNativeQuery("update event set pk = pk + 1000000 where slug = 'event-far'").executeUpdate());
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean finished = new AtomicBoolean();

        assertThatThrownBy(() -> ledger.allDocuments(ResourceKind.EVENT, page -> {
            boolean far = page.stream().anyMatch(document -> document.id().equals("event-far"));
            boolean near = page.stream().anyMatch(document -> document.id().equals("event-near"));
            if (near || far) {
                both.countDown();
                await(both);
            }
            if (near) {
                throw new IllegalStateException("no room");
            }
            if (far) {
                finished.set(!isInterruptedWithin(300));
            }
        })).hasRootCauseMessage("no room");

        assertThat(finished).isTrue();
    }

    private static boolean isInterruptedWithin(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(ResourceKind kind, String id, String body) {
        writes.put(types.get(kind), new Slug(id), (ObjectNode) TestClient.tree(body.replace('\'', '"')),
                Precondition.NONE, Author.CASUS, null);
    }
}
