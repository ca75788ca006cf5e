package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk with a list of requests. */
final class Wrk {

    private static final String SCRIPT = """
            local requests, count, at = {}, 0, 0
            function init(args)
              for line in io.lines(args[1]) do
                local path, tag = line:match("^(%S+)\\t?(.*)$")
                local headers = {}
                if tag ~= "" then headers["If-None-Match"] = tag end
                count = count + 1
                requests[count] = wrk.format("GET", path, headers)
              end
            end
            function request()
              at = at % count + 1
              return requests[at]
            end
            function done(summary, latency)
              local e = summary.errors
              io.write(string.format("bench requests=%d micros=%d bytes=%d refused=%d broken=%d p50=%d p99=%d\\n",
                summary.requests, summary.duration, summary.bytes, e.status,
                e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99)))
            end
            """;
    private static final Pattern RESULT = Pattern.compile(
            "bench requests=(\\d+) micros=(\\d+) bytes=(\\d+) refused=(\\d+) broken=(\\d+) p50=(\\d+) p99=(\\d+)");

    /** What wrk counted; times in milliseconds. */
    record Result(long requests, double seconds, long bytes, double p50, double p99) {

        double perSecond() {
            return requests / seconds;
        }

        long bytesEach() {
            return requests == 0 ? 0 : bytes / requests;
        }
    }

    private final Settings settings;
    private final Path script;

    Wrk(Settings settings) {
        this.settings = settings;
        script = write("requests.lua", SCRIPT);
    }

    /** Puts a file where wrk can read it. */
    Path write(String name, String text) {
        try {
            return Files.writeString(settings.folder().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Mismatch if anything but an answer came back */
    Result run(String address, Path requests, int connections, int seconds) {
        String text = Processes.output(List.of("taskset", "-c", settings.clientCore(), "wrk", "-t1", "-c" + connections,
                "-d" + seconds + "s", "--timeout", "60s", "-s", script.toString(), address, "--", requests.toString()));
        Matcher found = RESULT.matcher(text);
        if (!found.find()) {
            throw new Mismatch("wrk did not finish: " + text);
        }
        if (!found.group(4).equals("0") || !found.group(5).equals("0")) {
            throw new Mismatch("wrk met errors, so its figures mean nothing: " + found.group());
        }
        return new Result(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)) / 1e6,
                Long.parseLong(found.group(3)), Long.parseLong(found.group(6)) / 1e3,
                Long.parseLong(found.group(7)) / 1e3);
    }
}
