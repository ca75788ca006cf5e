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

/** Collects the receipts of a page, block by block. It ends a page early if matching receipts are rare and the search takes long. */
final class ReceiptPageCollector {

    private final List<Summary> blocks;
    private final IntFunction<List<Receipt>> receipts;
    private final BooleanSupplier late;

    /**
     * Creates a collector for the blocks of an import.
     *
     * @param receipts reads the receipts of a block by its number
     * @param late whether the page should end now; checked after each block, so that every page makes progress
     */
    ReceiptPageCollector(List<Summary> blocks, IntFunction<List<Receipt>> receipts, BooleanSupplier late) {
        this.blocks = blocks;
        this.receipts = receipts;
        this.late = late;
    }

    /**
     * A page of receipts.
     *
     * @param next the number of receipts before the next page; empty if this is the last page
     */
    record Found(List<Receipt> receipts, OptionalLong next) {
    }

    /**
     * Returns a page of receipts.
     *
     * @param after the number of receipts before the page, whatever their outcome
     * @param outcome the wanted outcome; if empty, all receipts match
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
