package org.casus.ledger.write;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.casus.model.Slug;

/** Makes ids for resources that a client creates without one. An id is made from the title, with a random suffix if it is taken. */
@Singleton
public class SlugMaker {

    /** Lower-case letters and digits without l, o, 0 and 1, which are easily confused. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int END_LENGTH = 6;

    private final ResourceHistory resourceHistory;
    private final RandomGenerator random = new SecureRandom();

    SlugMaker(ResourceHistory resourceHistory) {
        this.resourceHistory = resourceHistory;
    }

    /** Returns an id that no resource has or had. A random suffix is not checked again. */
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
