package org.casus.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Collects the receipts of a page, block by block, and ends it early where few are wanted and the walk is long. */
final class ReceiptWalk {

    private final List<Integer> sizes;
    private final IntFunction<List<Receipt>> blocks;
    private final BooleanSupplier late;

    /**
     * @param sizes how many receipts each block has
     * @param late whether it has taken long enough; asked after each block, so that every page comes further
     */
    ReceiptWalk(List<Integer> sizes, IntFunction<List<Receipt>> blocks, BooleanSupplier late) {
        this.sizes = sizes;
        this.blocks = blocks;
        this.late = late;
    }

    /** @param next how many receipts come before the next page; nothing at the end */
    record Found(List<Receipt> receipts, OptionalLong next) {
    }

    /** @param after how many receipts come before the page */
    Found page(long after, int limit, Predicate<Receipt> wanted) {
        List<Receipt> found = new ArrayList<>();
        long at = 0;
        long last = after;
        for (int block = 0; block < sizes.size(); block++) {
            if (at + sizes.get(block) <= after) {
                at += sizes.get(block);
                continue;
            }
            for (Receipt receipt : blocks.apply(block)) {
                at++;
                if (at > after && wanted.test(receipt)) {
                    if (found.size() == limit) {
                        return new Found(found, OptionalLong.of(last));
                    }
                    found.add(receipt);
                    last = at;
                }
            }
            if (block + 1 < sizes.size() && late.getAsBoolean()) {
                return new Found(found, OptionalLong.of(at));
            }
        }
        return new Found(found, OptionalLong.empty());
    }
}
