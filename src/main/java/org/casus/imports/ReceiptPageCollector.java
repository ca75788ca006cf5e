package org.casus.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.casus.imports.job.ImportBlock.Summary;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;

/** Collects the receipts of a page, block by block, and ends it early where few are wanted and the walk is long. */
final class ReceiptPageCollector {

    private final List<Summary> blocks;
    private final IntFunction<List<Receipt>> receipts;
    private final BooleanSupplier late;

    /**
     * @param receipts of a block, by its number
     * @param late whether it has taken long enough; asked after each block, so that every page comes further
     */
    ReceiptPageCollector(List<Summary> blocks, IntFunction<List<Receipt>> receipts, BooleanSupplier late) {
        this.blocks = blocks;
        this.receipts = receipts;
        this.late = late;
    }

    /** @param next how many receipts come before the next page; nothing at the end */
    record Found(List<Receipt> receipts, OptionalLong next) {
    }

    /**
     * @param after how many receipts come before the page
     * @param outcome that is wanted; all are, if there is none
     */
    Found page(long after, int limit, Optional<Outcome> outcome) {
        List<Receipt> found = new ArrayList<>();
        long at = 0;
        long last = after;
        for (Summary block : blocks) {
            if (at + block.size() <= after || outcome.isPresent() && !block.mayHave(outcome.get())) {
                at += block.size();
                continue;
            }
            for (Receipt receipt : receipts.apply(block.number())) {
                at++;
                if (at > after && (outcome.isEmpty() || receipt.outcome() == outcome.get())) {
                    if (found.size() == limit) {
                        return new Found(found, OptionalLong.of(last));
                    }
                    found.add(receipt);
                    last = at;
                }
            }
            if (block != blocks.get(blocks.size() - 1) && late.getAsBoolean()) {
                return new Found(found, OptionalLong.of(at));
            }
        }
        return new Found(found, OptionalLong.empty());
    }
}
