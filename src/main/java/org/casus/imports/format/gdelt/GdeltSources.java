package org.casus.imports.format.gdelt;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.model.MaxLength;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.SourceKind;
import org.casus.source.SourceInput;

/** Reads the source of an event: the article in which it was found first, by its URL, or a source that is cited without a URL. */
final class GdeltSources {

    private static final String COLUMN = "SOURCEURL";
    private static final int ADDRESS = 2000;
    private static final Pattern WEB = Pattern.compile(
            "(?i)https?://(?:[^/?#@]*@)?(?:www\\d?\\.)?([^/?#:@]+)(?::\\d*)?([^?#]*).*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s<>\"{}|\\\\^`]");
    /** A word, possibly such as MI6 or FY2018, or the digits of a year or a count. Other parts of paths are keys. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+\\d{0,4}|\\d{1,4}");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}'’]{2,}");
    private static final int SENTENCE = 3;

    private GdeltSources() {
    }

    static Optional<Slug> source(Cells cells, List<RequiredResource> needs) {
        Optional<String> text = cells.text(COLUMN);
        Optional<SourceInput> source = text.flatMap(given -> {
            Matcher web = WEB.matcher(given);
            return web.matches() ? article(cells, given, web) : cited(cells, given);
        });
        source.ifPresent(one -> needs.add(new RequiredResource(ResourceKind.SOURCE, one.id(), List.of(), one, false)));
        return source.map(SourceInput::id);
    }

    private static Optional<SourceInput> article(Cells cells, String given, Matcher web) {
        String scheme = given.substring(0, given.indexOf(':')).toLowerCase(Locale.ROOT);
        String url = scheme + FORBIDDEN.matcher(given.substring(scheme.length())).replaceAll(GdeltSources::escaped);
        if (url.length() > ADDRESS) {
            cells.note(COLUMN, "has at most " + ADDRESS + " characters; left out");
            return Optional.empty();
        }
        String host = TextLimits.line(web.group(1).toLowerCase(Locale.ROOT), MaxLength.PUBLISHER);
        String title = TextLimits.line(title(web.group(2)).orElse(host), MaxLength.SOURCE_TITLE);
        return Optional.of(new SourceInput(new Slug("url-" + DerivedIds.hash(url)), host, title, url, null, null,
                SourceKind.ARTICLE));
    }

    private static String escaped(MatchResult one) {
        StringBuilder escaped = new StringBuilder();
        for (byte part : one.group().getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format(Locale.ROOT, "%%%02X", part));
        }
        return escaped.toString();
    }

    /** Returns a source that is cited in words because it has no URL, for example BBC Monitoring. */
    private static Optional<SourceInput> cited(Cells cells, String given) {
        if (given.contains("://") || given.toLowerCase(Locale.ROOT).startsWith("www.")) {
            cells.note(COLUMN, "begins with http:// or https://; left out");
            return Optional.empty();
        }
        return Optional.of(new SourceInput(new Slug("url-" + DerivedIds.hash(given)), TextLimits.line(given, MaxLength.PUBLISHER),
                TextLimits.line(given, MaxLength.SOURCE_TITLE), null, null, null, SourceKind.ARTICLE));
    }

    /** Returns the last part of the path that reads like a headline. */
    private static Optional<String> title(String path) {
        String[] parts = path.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = decoded(parts[i]).replaceAll("(?i)\\.[a-z]{3,5}$", "");
            List<String> words = Arrays.stream(part.split("[^\\p{L}\\p{M}\\p{N}'’]+"))
                    .filter(word -> WORD.matcher(word).matches()).toList();
            if (words.stream().filter(word -> LETTERS.matcher(word).matches()).count() >= SENTENCE) {
                String line = String.join(" ", words);
                return Optional.of(line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
