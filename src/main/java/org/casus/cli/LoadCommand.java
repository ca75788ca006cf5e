package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code load}, which loads one file after another, shows the progress of each, and prints a summary of its rows. */
public final class LoadCommand {

    /** Exit code: everything was loaded. */
    static final int LOADED = 0;
    /** Exit code: something was refused, or failed. */
    static final int NOT_ALL = 1;
    /** Exit code: the arguments are invalid. */
    static final int MISREAD = 2;

    private static final long PAUSE_MILLIS = 300;
    private static final int REFUSED_SHOWN = 5;

    private final PrintStream out;
    private final ProgressMeter progressMeter;

    LoadCommand(PrintStream out, boolean terminal) {
        this.out = out;
        this.progressMeter = new ProgressMeter(out, terminal);
    }

    /**
     * Runs the command, and returns its exit code.
     *
     * @param typed the arguments after the name of the command
     * @param local runs the command on the local store, if no server runs on this machine and none is given
     */
    public static int run(String[] typed, Map<String, String> environment, PrintStream out, PrintStream err, Local local) {
        try {
            LoadArguments loadArguments = LoadArguments.read(Arrays.asList(typed), environment);
            if (loadArguments.help()) {
                out.print(LoadArguments.HELP);
                return LOADED;
            }
            Optional<String> server = loadArguments.url().or(() -> ServerTarget.onThisMachine(environment));
            if (server.isEmpty()) {
                return local.run();
            }
            return new LoadCommand(out, ProgressMeter.isTerminal()).load(loadArguments, new ServerTarget(server.get(), loadArguments));
        } catch (LoadArguments.Misread e) {
            err.println(e.getMessage());
            err.println("load --help says what there is");
            return MISREAD;
        } catch (ImportTarget.Refused e) {
            err.println(e.getMessage());
            return NOT_ALL;
        }
    }

    /** Runs the command on the local store. */
    @FunctionalInterface
    public interface Local {

        /** Runs the command, and returns its exit code. */
        int run();
    }

    /** Loads the files, and returns the exit code. A file that is refused does not prevent the others from being loaded. */
    int load(LoadArguments loadArguments, ImportTarget importTarget) {
        boolean all = true;
        for (Path file : loadArguments.files()) {
            try {
                all &= load(file, importTarget);
            } catch (ImportTarget.Refused e) {
                progressMeter.clear();
                out.println(file.getFileName() + ": " + e.getMessage());
                all = false;
            }
        }
        return all ? LOADED : NOT_ALL;
    }

    private boolean load(Path file, ImportTarget importTarget) {
        JsonNode job = importTarget.send(file, progressMeter);
        String id = job.path("id").asText();
        progressMeter.clear();
        out.println(file.getFileName() + ": import " + id + ", " + job.path("seen").asText()
                + (job.has("dataset") ? ", into dataset " + job.path("dataset").asText() : ""));
        while (List.of("waiting", "running").contains(job.path("state").asText())) {
            pause();
            job = importTarget.look(id);
            show(job);
        }
        progressMeter.clear();
        return told(job, importTarget);
    }

    private void show(JsonNode job) {
        JsonNode rows = job.path("rows");
        long all = rows.path("all").asLong();
        if (all == 0) {
            progressMeter.show("reading", 0, 1, "");
            return;
        }
        String left = job.has("secondsLeft") ? ", " + left(job.path("secondsLeft").asLong()) + " left" : "";
        String rate = job.has("rate") ? ", " + ProgressMeter.number(Math.round(job.path("rate").asDouble())) + " a second" : "";
        progressMeter.show("loading", rows.path("read").asLong(), all,
                ProgressMeter.number(rows.path("read").asLong()) + " of " + ProgressMeter.number(all) + " rows" + rate + left);
    }

    private static String left(long seconds) {
        return seconds < 100 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private boolean told(JsonNode job, ImportTarget importTarget) {
        JsonNode rows = job.path("rows");
        String state = job.path("state").asText();
        if (!state.equals("done") || job.has("detail")) {
            out.println("  " + state + (job.has("detail") ? ": " + job.path("detail").asText() : "")
                    + (state.equals("refused") ? "; nothing of it was stored" : ""));
        }
        if (!state.equals("refused")) {
            StringBuilder line = new StringBuilder("  " + rows.path("read").asLong() + " rows:");
            for (String outcome : List.of("created", "updated", "unchanged", "flagged", "refused")) {
                line.append(' ').append(rows.path(outcome).asLong()).append(' ').append(outcome)
                        .append(outcome.equals("refused") ? "" : ",");
            }
            out.println(line.append(gone(rows)));
        }
        if (rows.path("refused").asLong() > 0) {
            tellRefused(job.path("id").asText(), rows.path("refused").asLong(), importTarget);
        }
        return state.equals("done") && rows.path("refused").asLong() == 0;
    }

    private static String gone(JsonNode rows) {
        long deleted = rows.path("deleted").asLong();
        long kept = rows.path("kept").asLong();
        return deleted + kept == 0 ? "" : "; no longer in the file, and deleted: " + deleted
                + (kept == 0 ? "" : "; and kept, because others refer to them: " + kept);
    }

    private void tellRefused(String id, long refused, ImportTarget importTarget) {
        for (JsonNode receipt : importTarget.refused(id, REFUSED_SHOWN)) {
            JsonNode first = receipt.path("objections").path(0);
            out.println("  line " + receipt.path("line").asLong() + ", " + first.path("column").asText() + " '"
                    + first.path("value").asText() + "': " + first.path("rule").asText());
        }
        out.println("  " + (refused > REFUSED_SHOWN ? "all of them: " : "what was refused: ") + importTarget.more(id));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportTarget.Refused("it was interrupted; the import goes on by itself");
        }
    }
}
