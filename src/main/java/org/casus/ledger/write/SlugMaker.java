package org.casus.ledger.write;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.casus.model.Slug;

/** Makes ids for resources that come without one: their title, with a random end where that is taken. */
@Singleton
public class SlugMaker {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int END_LENGTH = 6;

    private final ResourceHistory resourceHistory;
    private final RandomGenerator random = new SecureRandom();

    SlugMaker(ResourceHistory resourceHistory) {
        this.resourceHistory = resourceHistory;
    }

    /** An id that the ledger has not seen. */
    Slug free(ResourceType<?, ?, ?> type, String title) {
        Slug plain = Slug.madeFrom(title, type.name().token() + "-" + end());
        return resourceHistory.knows(type.name(), plain.value()) ? new Slug(plain.value() + "-" + end()) : plain;
    }

    private String end() {
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < END_LENGTH; i++) {
            end.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return end.toString();
    }
}
