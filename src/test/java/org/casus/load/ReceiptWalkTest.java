package org.casus.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.casus.load.ReceiptWalk.Found;
import org.junit.jupiter.api.Test;

class ReceiptWalkTest {

    private static final int BLOCKS = 10;
    private static final int EACH = 10;

    private int read;

    /** Of a hundred rows in blocks of ten, every one that is a multiple of 33 was refused. */
    private Found page(long after, int limit, BooleanSupplier late) {
        return new ReceiptWalk(IntStream.range(0, BLOCKS).mapToObj(block -> EACH).toList(), this::block, late)
                .page(after, limit, receipt -> receipt.outcome() == Outcome.REFUSED);
    }

    private List<Receipt> block(int number) {
        read++;
        return LongStream.rangeClosed(number * EACH + 1, (number + 1) * EACH).mapToObj(row -> new Receipt(row, row,
                row % 33 == 0 ? Outcome.REFUSED : Outcome.CREATED, null, null, null, List.of(), List.of())).toList();
    }

    private static List<Long> rows(Found found) {
        return found.receipts().stream().map(Receipt::row).toList();
    }

    @Test
    void a_page_has_what_was_asked_for_and_the_next_goes_on_after_it() {
        Found first = page(0, 2, () -> false);
        assertThat(rows(first)).containsExactly(33L, 66L);
        assertThat(first.next()).hasValue(66);
        Found last = page(66, 2, () -> false);
        assertThat(rows(last)).containsExactly(99L);
        assertThat(last.next()).isEmpty();
    }

    @Test
    void a_page_that_took_long_ends_and_the_next_goes_on_where_it_stopped() {
        List<Long> rows = new ArrayList<>();
        OptionalLong next = OptionalLong.of(0);
        int pages = 0;
        while (next.isPresent()) {
            Found page = page(next.getAsLong(), 50, () -> true);
            rows.addAll(rows(page));
            next = page.next();
            pages++;
        }
        assertThat(rows).containsExactly(33L, 66L, 99L);
        assertThat(pages).isEqualTo(BLOCKS);
        assertThat(read).isEqualTo(BLOCKS);
    }
}
