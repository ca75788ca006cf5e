package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.casus.OnFreshH2;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFreshH2.class)
class TransactionsTest extends TransactionsSuite {

    @Override
    boolean together() {
        return false;
    }

    @Test
    void one_state_is_that_of_its_beginning_whatever_is_read_later() {
        long seen = Transactions.readOneState(() -> {
            CompletableFuture.runAsync(() -> Transactions.write(() -> execute("update tip set n = 5"))).join();
            return ((Number) entities.createNativeQuery("select n from tip").getSingleResult()).longValue();
        });
        assertThat(seen).isZero();
        assertThat(number("select n from tip")).isEqualTo(5);
    }

    @Test
    void who_reads_one_state_waits_for_a_commit_that_may_yet_fail() throws Exception {
        try (WriterLock turn = WriterLock.take(5)) {
            turn.commits();
            CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> Transactions.readOneState(() -> 1));
            assertThatThrownBy(() -> reading.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            turn.close();
            assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void a_writing_within_another_waits_for_nobody() {
        Transactions.write(() -> {
            Transactions.write(() -> execute("update tip set n = 3"));
            assertThat(number("select n from tip")).isEqualTo(3);
        });
    }
}
