package org.casus.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the event of a number, the same whenever it is asked for. */
final class EventMaker {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final LocalDate FIRST = LocalDate.of(1989, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final String[] ROLES = {"INITIATOR", "TARGET", "VICTIM", "PARTICIPANT"};
    private static final String[] PRECISIONS = {"EXACT", "NEAR", "NEAR", "DISTRICT", "REGION"};
    private static final String[] VERBS = {"attacks", "meets", "fights", "accuses", "shells", "warns", "supports"};
    private static final int TAGS = 400;

    /** @param actor a position in the world's actors */
    record Part(String role, int actor) {
    }

    /** @param source a position in the world's sources */
    record Report(int source, String attribution) {
    }

    /** @param event the number of an earlier event */
    record Relation(String kind, int event, String title) {
    }

    /** @param best deaths; negative where none are given */
    record Deaths(int low, int best, int high) {
    }

    /** @param place a position in the world's places, or -1 */
    record Made(String id, int type, String title, String summary, String when, int place, double lat, double lon,
            String precision, List<Part> parts, List<Relation> relations, List<Report> reports, Deaths deaths,
            String coding, Set<String> tags, int dataset) {
    }

    private record Head(int country, int place, int type, int dataset, List<Part> parts, String title) {
    }

    private final World world;
    private final long seed;
    private final int types;
    private final Zipf typeWeight;
    private final Zipf countryWeight = new Zipf(World.COUNTRIES, 0.9);
    private final Zipf actorWeight;
    private final Zipf datasetWeight;
    private final Zipf sourceWeight;
    private final Zipf tagWeight = new Zipf(TAGS, 1.0);
    private final Zipf[] placeWeight = new Zipf[World.COUNTRIES];
    private final Zipf[] localWeight = new Zipf[World.COUNTRIES];

    /** @param types how many types there are to choose from, the weightiest first */
    EventMaker(World world, long seed, int types) {
        this.world = world;
        this.seed = seed;
        this.types = types;
        typeWeight = new Zipf(types, 1.1);
        actorWeight = new Zipf(world.actors.size(), 0.9);
        datasetWeight = new Zipf(world.datasets.size(), 1.0);
        sourceWeight = new Zipf(world.sources.size(), 0.7);
        for (int country = 0; country < World.COUNTRIES; country++) {
            placeWeight[country] = new Zipf(world.placesOf.get(country).size(), 0.9);
            localWeight[country] = new Zipf(world.actorsOf.get(country).size(), 0.8);
        }
    }

    int types() {
        return types;
    }

    static String tag(World world, int rank) {
        return world.words.word(500 + rank);
    }

    Made make(int number) {
        SplittableRandom random = new SplittableRandom(seed + number * GOLDEN);
        Head head = head(random, number);
        World.Place at = head.place < 0 ? null : world.places.get(head.place);
        boolean located = at != null && random.nextInt(100) < 93;
        return new Made(id(head.dataset, number), head.type, head.title,
                world.words.text(random, random.nextInt(8, 29)), when(random), head.place,
                located ? World.round(at.lat() + random.nextDouble(-0.1, 0.1)) : Double.NaN,
                located ? World.round(at.lon() + random.nextDouble(-0.1, 0.1)) : Double.NaN,
                located ? Lexicon.pick(random, PRECISIONS) : null,
                head.parts, relations(random, number), reports(random), deaths(random), coding(random), tags(random),
                head.dataset);
    }

    private String id(int dataset, int number) {
        return world.datasets.get(dataset).id().replace("-events", "-") + number;
    }

    /** What another event must know of this one. */
    private Head head(SplittableRandom random, int number) {
        int country = countryWeight.draw(random);
        List<Integer> places = world.placesOf.get(country);
        int place = random.nextInt(100) < 4 ? -1 : places.get(placeWeight[country].draw(random));
        int type = typeWeight.draw(random);
        int dataset = datasetWeight.draw(random);
        List<Part> parts = parts(random, country);
        String first = world.actors.get(parts.get(0).actor()).name();
        String title = parts.size() > 1
                ? first + " " + Lexicon.pick(random, VERBS) + " " + world.actors.get(parts.get(1).actor()).name()
                : first + " acts in " + (place < 0 ? world.country(country).name() : world.places.get(place).name());
        return new Head(country, place, type, dataset, parts, title);
    }

    private List<Part> parts(SplittableRandom random, int country) {
        int draw = random.nextInt(100);
        int count = draw < 25 ? 1 : draw < 80 ? 2 : draw < 94 ? 3 : 4;
        Set<Integer> actors = new LinkedHashSet<>();
        while (actors.size() < count) {
            List<Integer> here = world.actorsOf.get(country);
            actors.add(random.nextInt(100) < 65 ? here.get(localWeight[country].draw(random)) : anyActor(random));
        }
        List<Part> parts = new ArrayList<>();
        for (int actor : actors) {
            parts.add(new Part(ROLES[parts.size()], actor));
        }
        return parts;
    }

    private int anyActor(SplittableRandom random) {
        return actorWeight.draw(random);
    }

    private static String when(SplittableRandom random) {
        long span = LAST.toEpochDay() - FIRST.toEpochDay();
        LocalDate day = FIRST.plusDays((long) (span * Math.sqrt(random.nextDouble())));
        int draw = random.nextInt(100);
        if (draw < 82) {
            return day.toString();
        }
        if (draw < 88) {
            return YearMonth.from(day).toString();
        }
        return draw < 90 ? Integer.toString(day.getYear()) : day + "/" + day.plusDays(random.nextInt(1, 20));
    }

    private List<Relation> relations(SplittableRandom random, int number) {
        if (number < 1 || random.nextInt(100) >= 5) {
            return List.of();
        }
        int other = Math.max(0, number - random.nextInt(1, 2_000));
        Head to = head(new SplittableRandom(seed + other * GOLDEN), other);
        return List.of(new Relation(random.nextBoolean() ? "RESPONDS_TO" : "PRECEDES", other, to.title));
    }

    private List<Report> reports(SplittableRandom random) {
        int draw = random.nextInt(100);
        int count = draw < 40 ? 0 : draw < 85 ? 1 : 2;
        Set<Integer> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(sourceWeight.draw(random));
        }
        return drawn.stream()
                .map(source -> new Report(source, random.nextInt(10) == 0 ? "local officials" : null))
                .toList();
    }

    private static Deaths deaths(SplittableRandom random) {
        if (random.nextInt(100) < 45) {
            return null;
        }
        int best = random.nextInt(100) < 35 ? 0 : (int) Math.min(50_000, Math.pow(1 - random.nextDouble(), -0.9));
        int low = best == 0 ? 0 : random.nextInt(best + 1);
        return new Deaths(low, best, best + random.nextInt(best / 2 + 2));
    }

    private static String coding(SplittableRandom random) {
        return random.nextInt(100) < 30 ? Integer.toString(random.nextInt(1, 4)) : null;
    }

    private Set<String> tags(SplittableRandom random) {
        Set<String> tags = new LinkedHashSet<>();
        int draw = random.nextInt(100);
        int count = draw < 60 ? 0 : draw < 85 ? 1 : 2;
        while (tags.size() < count) {
            tags.add(tag(world, tagWeight.draw(random)));
        }
        return tags;
    }
}
