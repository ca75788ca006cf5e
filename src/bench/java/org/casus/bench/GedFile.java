package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;

/**
 * A file in the layout of UCDP GED, shaped after real ones: a third more articles than rows of which four in five are
 * new, few dyads and towns with most of the rows, a day or a few for each.
 */
final class GedFile {

    private static final String HEADER = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,"
            + "conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
            + "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
            + "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,"
            + "longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,"
            + "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n";
    private static final LocalDate FIRST = LocalDate.of(1989, 1, 1);
    private static final int DAYS = 36 * 365;
    private static final int DYADS = 1_500;
    private static final int TOWNS_EACH = 60;
    private static final int PUBLISHERS = 400;
    private static final int ARTICLES_KEPT = 1_000;

    private record Dyad(int id, Country country, String group) {
    }

    private final SplittableRandom random;
    private final Lexicon words;
    private final List<Dyad> dyads = new ArrayList<>();
    private final List<String> publishers = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();
    private final Zipf dyadWeight = new Zipf(DYADS, 0.9);
    private final Zipf townWeight = new Zipf(TOWNS_EACH, 0.9);
    private final Zipf publisherWeight = new Zipf(PUBLISHERS, 1.0);

    private GedFile(long seed) {
        random = new SplittableRandom(seed);
        words = new Lexicon(random);
        List<Country> states = Countries.all().stream()
                .filter(country -> !country.gw().isEmpty()).toList();
        Zipf weight = new Zipf(states.size(), 0.9);
        for (int id = 0; id < DYADS; id++) {
            dyads.add(new Dyad(id, states.get(weight.draw(random)), words.name(random) + " Front"));
        }
        for (int i = 0; i < PUBLISHERS; i++) {
            publishers.add(words.name(random) + " News");
        }
    }

    /** Writes so many rows, the same for the same seed. */
    static void write(Path file, int rows, long seed) {
        GedFile made = new GedFile(seed);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int id = 1; id <= rows; id++) {
                out.write(made.row(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String row(int id) {
        Dyad dyad = dyads.get(dyadWeight.draw(random));
        String state = "Government of " + dyad.country.name();
        String number = dyad.country.gw().get(0);
        LocalDate start = FIRST.plusDays((long) (DAYS * Math.sqrt(random.nextDouble())));
        LocalDate end = start.plusDays(random.nextInt(5) == 0 ? random.nextInt(1, 20) : 0);
        int town = townWeight.draw(random);
        double lat = World.round(dyad.id % 60 + town / 100.0);
        double lon = World.round(dyad.id % 170 + town / 100.0);
        int best = random.nextInt(100) < 35 ? 0 : (int) Math.min(5_000, Math.pow(1 - random.nextDouble(), -0.9));
        int civilians = random.nextInt(best + 1);
        return String.join(",",
                Integer.toString(id), dyad.country.alpha3() + "-" + start.getYear() + "-1-" + dyad.id + "-" + id,
                Integer.toString(start.getYear()), "1", "Clear", "1", "", Integer.toString(10_000 + dyad.id / 2),
                quoted("Conflict of " + dyad.country.name() + " " + dyad.id / 2), "", Integer.toString(20_000 + dyad.id),
                quoted(state + " - " + dyad.group), "", number, quoted(state), "", Integer.toString(30_000 + dyad.id),
                quoted(dyad.group), "1", quoted(articles(start)), "", "", "",
                random.nextInt(3) == 0 ? quoted(words.text(random, 4)) : "",
                Integer.toString(1 + random.nextInt(4)), quoted(words.word(3_000 + dyad.id * 7 + town) + " town"),
                quoted(words.text(random, random.nextInt(3, 25))),
                quoted(words.word(100 + dyad.id) + " province"), quoted(words.word(2_000 + dyad.id + town % 5) + " district"),
                Double.toString(lat), Double.toString(lon), "", "", quoted(dyad.country.name()), number, "", "1",
                start.equals(end) ? "1" : "2", start + " 00:00:00.000", end + " 00:00:00.000",
                "0", Integer.toString(best - civilians), Integer.toString(civilians), "0", Integer.toString(best),
                Integer.toString(best + random.nextInt(best / 2 + 2)), Integer.toString(random.nextInt(best + 1)),
                number, "") + "\n";
    }

    private String articles(LocalDate start) {
        List<String> cited = new ArrayList<>();
        int count = random.nextInt(100) < 79 ? 1 : random.nextInt(2, 4);
        for (int i = 0; i < count; i++) {
            cited.add("\"" + article(start) + "\"");
        }
        return String.join(";", cited);
    }

    private String article(LocalDate start) {
        if (!articles.isEmpty() && random.nextInt(100) < 22) {
            return articles.get(random.nextInt(articles.size()));
        }
        String made = publishers.get(publisherWeight.draw(random)) + "," + start.plusDays(1) + ","
                + words.text(random, random.nextInt(6, 12)).replace(".", "");
        if (articles.size() < ARTICLES_KEPT) {
            articles.add(made);
        } else {
            articles.set(random.nextInt(ARTICLES_KEPT), made);
        }
        return made;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
