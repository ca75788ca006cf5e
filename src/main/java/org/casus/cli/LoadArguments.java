package org.casus.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.problem.NearestMatch;

/**
 * The arguments of the command {@code load}.
 *
 * @param url the address of the server, if given
 * @param key the API key, from the option or the environment
 * @param parameters the options that are passed to the API as query parameters, unchecked
 */
record LoadArguments(List<Path> files, Optional<String> url, Optional<String> key, Map<String, String> parameters, boolean help) {

    static final String HELP = """
            Loads files that analysts have on disk: UCDP GED, GDELT, ACLED, ICEWS, POLECAT, and what Casus exports as NDJSON;
            plain, gzip or zip. Every row gets a receipt.

              java -jar quarkus-run.jar load FILE... [OPTION...]

              --url URL          the server that loads them; without it the one on this machine, or if none runs, the
                                 store in this folder is filled without one
              --key KEY          a key that may write; else the environment's CASUS_KEY. The store itself needs none
              --format FORMAT    auto (finds it out), ucdp-ged, gdelt-2, …; a wrong one is answered with all there are
              --dataset ID       the dataset that the rows become part of
              --release NAME     what the release is called; asOf=DATASET@NAME then means the end of this import
              --mode MODE        release: what the dataset has and the file does not is deleted; append: it stays
              --scope place:ID   with mode release: the place that the file is the whole of
              --help             this

            It ends with 0 if everything was loaded, 1 if something was refused or failed, 2 if this was not understood.

            For example: java -jar quarkus-run.jar load ged251.csv --release 25.1
            """;

    private static final List<String> OPTIONS = List.of("url", "key", "format", "dataset", "release", "mode", "scope", "help");

    /** Thrown when the arguments of the command are invalid. */
    static final class Misread extends RuntimeException {

        private static final long serialVersionUID = 1;

        Misread(String message) {
            super(message);
        }
    }

    /**
     * Parses the arguments of the command.
     *
     * @param typed the arguments after the name of the command
     * @param environment the environment variables, of which {@code CASUS_KEY} is read
     * @throws Misread if the arguments are invalid; the message says what is allowed
     */
    static LoadArguments read(List<String> typed, Map<String, String> environment) {
        Map<String, String> options = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        for (int at = 0; at < typed.size(); at++) {
            String word = typed.get(at);
            if (!word.startsWith("--")) {
                files.add(Path.of(word));
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            checkOption(name, options);
            if (name.equals("help")) {
                options.put(name, "");
            } else if (equals < 0 && ++at == typed.size()) {
                throw new Misread("--" + name + " needs a value after it");
            } else {
                options.put(name, equals < 0 ? typed.get(at) : word.substring(equals + 1));
            }
        }
        return of(files, options, environment);
    }

    private static void checkOption(String name, Map<String, String> options) {
        if (!OPTIONS.contains(name)) {
            throw new Misread("there is no option --" + name + NearestMatch.hint(name, OPTIONS) + "; there are --"
                    + String.join(", --", OPTIONS));
        }
        if (options.containsKey(name)) {
            throw new Misread("--" + name + " stands there twice");
        }
    }

    private static LoadArguments of(List<Path> files, Map<String, String> options, Map<String, String> environment) {
        boolean help = options.remove("help") != null;
        if (files.isEmpty() && !help) {
            throw new Misread("say which file: load FILE...");
        }
        for (Path file : help ? List.<Path>of() : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Misread("there is no file '" + file + "' that can be read");
            }
        }
        Optional<String> url = Optional.ofNullable(options.remove("url")).map(text -> text.replaceAll("/+$", ""));
        url.filter(text -> !text.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")).ifPresent(text -> {
            throw new Misread("--url is the address of a server, for example http://localhost:8080");
        });
        Optional<String> key = Optional.ofNullable(options.remove("key")).or(() -> Optional.ofNullable(environment.get("CASUS_KEY")))
                .filter(text -> !text.isBlank());
        return new LoadArguments(files, url, key, options, help);
    }
}
