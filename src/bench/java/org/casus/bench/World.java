package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What events refer to: countries with regions and cities, states with armies and groups, datasets and sources. */
final class World {

    static final int COUNTRIES = 200;
    private static final int CITIES = 9_000;
    private static final int REGIONS_EACH = 5;
    private static final int ACTORS = 1_500;
    private static final int DATASETS = 40;
    private static final int SOURCES = 20_000;
    private static final int PUBLISHERS = 400;
    private static final String[] CONTINENTS = {"Africa", "Asia", "Europe", "North America", "Oceania", "South America"};
    private static final String[] FORCES = {"Government", "Army", "Police", "Intelligence Service"};
    private static final String[] FORCE_KINDS = {"GOVERNMENT", "MILITARY", "MILITARY", "INTELLIGENCE"};
    private static final String[] BANDS = {"Front", "Movement", "Brigade", "Union", "Party", "Council"};
    private static final String[] BAND_KINDS = {"GROUP", "GROUP", "GROUP", "ORGANIZATION", "PARTY", "ORGANIZATION"};
    private static final String[] SOURCE_KINDS = {"ARTICLE", "ARTICLE", "ARTICLE", "REPORT", "BROADCAST", "POST"};

    /** @param within the position of the place that it lies in, or -1 */
    record Place(String id, String name, String kind, int within, int country, double lat, double lon, String other) {
    }

    /** @param partOf the position of the actor that it is part of, or -1 */
    record Actor(String id, String name, String kind, int partOf, String since) {
    }

    record Source(String id, String publisher, String title, String url, String when, String kind) {
    }

    record Dataset(String id, String title, String publisher) {
    }

    final Lexicon words;
    final List<Place> places = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    final List<Source> sources = new ArrayList<>();
    final List<Dataset> datasets = new ArrayList<>();
    /** Positions in {@link #places}, by country, the weightiest first. */
    final List<List<Integer>> placesOf = new ArrayList<>();
    /** Positions in {@link #actors}, by country, the weightiest first: the state, its forces, its groups. */
    final List<List<Integer>> actorsOf = new ArrayList<>();
    private final SplittableRandom random;

    World(long seed) {
        random = new SplittableRandom(seed);
        words = new Lexicon(random);
        makePlaces();
        makeActors();
        makeSources();
    }

    Place country(int country) {
        return places.get(CONTINENTS.length + country);
    }

    private void makePlaces() {
        for (String name : CONTINENTS) {
            places.add(new Place(slug(name), name, "CONTINENT", -1, -1, 0, 0, null));
        }
        for (int country = 0; country < COUNTRIES; country++) {
            String name = words.name(random) + "ia";
            places.add(new Place(slug(name), name, "COUNTRY", random.nextInt(CONTINENTS.length), country,
                    round(random.nextDouble(-35, 62)), round(random.nextDouble(-120, 150)), words.name(random)));
            placesOf.add(new ArrayList<>());
        }
        Zipf weight = new Zipf(COUNTRIES, 0.7);
        List<Integer> regions = new ArrayList<>();
        for (int country = 0; country < COUNTRIES; country++) {
            for (int i = 0; i < REGIONS_EACH; i++) {
                regions.add(places.size());
                addPlace(country, CONTINENTS.length + country, "REGION", 4);
            }
        }
        for (int i = 0; i < CITIES; i++) {
            int country = i < COUNTRIES ? i : weight.draw(random);
            addPlace(country, regions.get(country * REGIONS_EACH + random.nextInt(REGIONS_EACH)), "CITY", 1);
        }
        for (int at = CONTINENTS.length + COUNTRIES; at < places.size(); at++) {
            placesOf.get(places.get(at).country()).add(at);
        }
        for (int country = 0; country < COUNTRIES; country++) {
            placesOf.get(country).sort((a, b) -> Integer.compare(heft(a), heft(b)));
        }
    }

    /** An order that puts cities before regions. */
    private int heft(int place) {
        return places.get(place).kind().equals("CITY") ? place : place + 1_000_000;
    }

    private void addPlace(int country, int within, String kind, double spread) {
        Place around = places.get(within);
        String name = words.name(random);
        places.add(new Place(slug(name) + "-" + places.size(), name, kind, within, country,
                round(around.lat() + random.nextDouble(-spread, spread)),
                round(around.lon() + random.nextDouble(-spread, spread)),
                random.nextInt(5) == 0 ? words.name(random) : null));
    }

    private void makeActors() {
        for (int country = 0; country < COUNTRIES; country++) {
            String name = country(country).name();
            List<Integer> here = new ArrayList<>(List.of(actors.size()));
            actors.add(new Actor("state-" + slug(name), name, "STATE", -1, null));
            for (int force = 0; force < FORCES.length; force++) {
                here.add(actors.size());
                actors.add(new Actor(slug(name + " " + FORCES[force]), FORCES[force] + " of " + name,
                        FORCE_KINDS[force], here.get(0), null));
            }
            actorsOf.add(here);
        }
        Zipf weight = new Zipf(COUNTRIES, 0.7);
        while (actors.size() < ACTORS) {
            int country = weight.draw(random);
            int band = random.nextInt(BANDS.length);
            String name = words.name(random) + " " + BANDS[band];
            List<Integer> here = actorsOf.get(country);
            int partOf = random.nextInt(4) == 0 ? here.get(random.nextInt(here.size())) : -1;
            here.add(actors.size());
            actors.add(new Actor(slug(name) + "-" + actors.size(), name, BAND_KINDS[band], partOf,
                    random.nextBoolean() ? random.nextInt(1960, 2010) + "/.." : null));
        }
    }

    private void makeSources() {
        List<String> publishers = new ArrayList<>();
        for (int i = 0; i < PUBLISHERS; i++) {
            publishers.add(words.name(random) + (i % 3 == 0 ? " Times" : i % 3 == 1 ? " News Agency" : " Post"));
        }
        for (int i = 0; i < DATASETS; i++) {
            String name = words.name(random);
            datasets.add(new Dataset(slug(name) + "-events", name + " Events", publishers.get(i)));
        }
        Zipf weight = new Zipf(PUBLISHERS, 1.0);
        for (int i = 0; i < SOURCES; i++) {
            String publisher = publishers.get(weight.draw(random));
            String title = words.text(random, random.nextInt(4, 10)).replace(".", "");
            sources.add(new Source("source-" + i, publisher, title,
                    "https://" + slug(publisher) + ".example/" + i,
                    random.nextInt(1989, 2025) + "-" + two(random.nextInt(1, 13)),
                    Lexicon.pick(random, SOURCE_KINDS)));
        }
    }

    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    static double round(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }

    static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
