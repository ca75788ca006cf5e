package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of the server while a workload runs, and what it says in short. */
final class Profile {

    private static final int LINES = 30;

    private final Server server;
    private final Path file;

    Profile(Server server, Path file) {
        this.server = server;
        this.file = file;
        server.jcmd("JFR.start", "name=bench", "settings=profile");
    }

    void stopAndPrint() {
        server.jcmd("JFR.stop", "name=bench", "filename=" + file);
        Map<String, Integer> tops = new LinkedHashMap<>();
        Map<String, Integer> ours = new LinkedHashMap<>();
        int samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples++;
                    boolean found = false;
                    tops.merge(name(event.getStackTrace().getFrames().get(0)), 1, Integer::sum);
                    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                        if (!found && frame.getMethod().getType().getName().startsWith("org.casus")) {
                            ours.merge(name(frame), 1, Integer::sum);
                            found = true;
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        print("Where it stood, " + samples + " samples", tops, samples);
        print("The innermost method of ours", ours, samples);
        System.out.println("The recording is " + file);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static void print(String title, Map<String, Integer> counts, int samples) {
        System.out.println("\n" + title);
        counts.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(LINES)
                .forEach(one -> System.out.printf("  %5.1f %%  %s%n", 100.0 * one.getValue() / samples, one.getKey()));
    }
}
