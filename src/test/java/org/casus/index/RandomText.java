package org.casus.index;

import java.util.List;
import java.util.Random;

/** Words and dates that meet often, so that random questions have answers. */
final class RandomText {

    private static final List<String> WORDS = List.of("Prague", "Kyiv", "Київ", "river", "Crossing", "Świętej",
            "Straße", "counter-offensive", "people's", "O'Brien", "1968", "army", "the", "of", "Łódź", "новий", "Ελλάδα",
            "ΕΛΛΑΔΑ", "北京", "北京市");

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String words(int most) {
        StringBuilder words = new StringBuilder(one(WORDS));
        for (int more = random.nextInt(most); more > 0; more--) {
            words.append(' ').append(one(WORDS));
        }
        return words.toString();
    }

    /** What someone might type into a search box. */
    String search() {
        StringBuilder search = new StringBuilder(clause());
        for (int more = random.nextInt(3); more > 0; more--) {
            search.append(chance(25) ? " -" : " ").append(clause());
        }
        return chance(10) ? "-" + search : search.toString();
    }

    private String clause() {
        if (chance(35)) {
            return '"' + one(WORDS) + ' ' + one(WORDS) + '"';
        }
        return chance(25) ? one(List.of("Pr*", "cro*", "Ки*", "stra*", "19*", "арм*")) : one(WORDS);
    }

    /** A date or an interval between 1990 and 2009, open or not. */
    String date() {
        int year = 1990 + random.nextInt(20);
        return switch (random.nextInt(7)) {
            case 0 -> year + "-0" + (1 + random.nextInt(9));
            case 1 -> year + "-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(18));
            case 2 -> year + "/" + (year + random.nextInt(5));
            case 3 -> year + "/..";
            case 4 -> "../" + year;
            case 5 -> "199X";
            default -> Integer.toString(year);
        };
    }

    /** Latitudes that meet often, also those of poles and of edges that doubles cannot hold exactly. */
    double lat() {
        return one(List.of(-90.0, -10.1, 0.0, -0.0, 50.08804, 50.1, 90.0));
    }

    /** Longitudes that meet often, also those of the antimeridian. */
    double lon() {
        return one(List.of(-180.0, -179.9, 0.0, -0.0, 14.42076, 14.3, 179.9, 180.0));
    }

    String bbox() {
        double one = lat();
        double other = lat();
        int beyond = chance(10) ? 10 : 0;
        int around = chance(20) ? one(List.of(-360, 360, 1080)) : 0;
        return (lon() + around) + "," + (Math.min(one, other) - beyond) + "," + (lon() + (chance(20) ? 360 : around)) + ","
                + (Math.max(one, other) + beyond);
    }

    String near() {
        return lon() + "," + lat();
    }

    /** Some of the last are the very distance between two of the points. */
    String radius() {
        return one(List.of("0.001", "10", "25.5", "1200", "5000", "10007.5572", "20037"));
    }

    String figures() {
        return one(List.of("1..", "..1", "1..2", "2", "0", "3.."));
    }

    String publisher() {
        return one(List.of("Kyiv Post", "Smith, Elder & Co", "ČTK"));
    }

    String language() {
        return one(List.of("en", "uk"));
    }

    String day() {
        return (1990 + random.nextInt(20)) + "-0" + (1 + random.nextInt(9)) + "-15";
    }
}
