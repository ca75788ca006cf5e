package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.casus.imports.ReceiptPageCollector.Found;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.junit.jupiter.api.Test;

class ReceiptPageCollectorTest {

    private static final int BLOCKS = 10;
    private static final int EACH = 10;

    /** What blocks say that are older than their summaries. */
    private static final int ALL = 127;

    private int read;
    private boolean summarised;

    /** Of a hundred rows in blocks of ten, every one that is a multiple of 33 was refused. */
    private Found page(long after, int limit, BooleanSupplier late) {
        return new ReceiptPageCollector(IntStream.range(0, BLOCKS).mapToObj(this::summary).toList(), this::block, late)
                .page(after, limit, Optional.of(Outcome.REFUSED));
    }

    private ImportBlock.Summary summary(int number) {
        return new ImportBlock.Summary(number, EACH, summarised ? ImportBlock.of(1, number, receipts(number), List.of()).outcomes : ALL);
    }

    private List<Receipt> block(int number) {
        read++;
        return receipts(number);
    }

    private static List<Receipt> receipts(int number) {
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
    void blocks_without_the_outcome_are_not_read() {
        summarised = true;
        assertThat(rows(page(0, 50, () -> false))).containsExactly(33L, 66L, 99L);
        assertThat(rows(page(66, 50, () -> false))).containsExactly(99L);
        assertThat(read).isEqualTo(3 + 2);
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
