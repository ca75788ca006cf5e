package org.casus.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Draws what is asked, so that no answer is asked for over and over; the same in every run. */
final class RequestDraws {

    private static final int REQUESTS = 2_000;
    private static final int TYPES = 12;
    private static final int STATES = 120;
    private static final int FIRST_WORD = 300;
    private static final int LAST_WORD = 6_000;

    /** A span of time; both days belong to it. */
    record Window(LocalDate from, LocalDate to) {

        @Override
        public String toString() {
            return "from=" + from + "&to=" + to;
        }
    }

    private final BenchStore benchStore;
    private final SplittableRandom random;
    private final Set<String> names = new HashSet<>();

    RequestDraws(BenchStore benchStore, long seed) {
        this.benchStore = benchStore;
        random = new SplittableRandom(seed + 77);
        World world = benchStore.world();
        world.places.forEach(place -> name(place.name() + " " + place.other()));
        world.actors.forEach(actor -> name(actor.name()));
        benchStore.types().forEach(this::name);
    }

    private void name(String text) {
        names.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+")));
    }

    /** Different requests, as many as there are and not more than enough. */
    static List<String> many(Supplier<String> draw) {
        Set<String> drawn = new LinkedHashSet<>();
        for (int tries = 0; tries < 4 * REQUESTS && drawn.size() < REQUESTS; tries++) {
            drawn.add(draw.get());
        }
        return new ArrayList<>(drawn);
    }

    /** The number of an event. */
    int event(int events) {
        return random.nextInt(events);
    }

    /** One of the types that most events have. */
    String type() {
        return benchStore.types().get(random.nextInt(Math.min(TYPES, benchStore.types().size())));
    }

    /** Three to six years. */
    Window window() {
        LocalDate from = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(23 * 365));
        return new Window(from, from.plusDays(random.nextInt(3 * 365, 6 * 365)));
    }

    /** Five whole years. */
    Window fiveYears() {
        int year = random.nextInt(1990, 2020);
        return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year + 4, 12, 31));
    }

    /** A state, or one of its forces or groups. */
    int actor() {
        List<Integer> here = benchStore.world().actorsOf.get(random.nextInt(STATES));
        return here.get(random.nextInt(Math.min(4, here.size())));
    }

    String country() {
        return benchStore.world().country(random.nextInt(STATES)).id();
    }

    /** A word of summaries that is no name, neither frequent nor rare. */
    String word() {
        while (true) {
            String word = benchStore.world().words.word(random.nextInt(FIRST_WORD, LAST_WORD));
            if (!names.contains(word)) {
                return word;
            }
        }
    }
}
