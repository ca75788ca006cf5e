package org.casus.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Shows the progress of an operation: as a bar on a terminal, otherwise as a line every 10 seconds. */
final class ProgressMeter {

    private static final int WIDTH = 30;
    private static final long BAR_MILLIS = 200;
    private static final long LINE_MILLIS = 10_000;

    private final PrintStream out;
    private final boolean terminal;
    private long shownAt;
    private int shownLength;

    ProgressMeter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        clear();
    }

    /** Returns whether the output is a terminal. From Java 22 on, {@link System#console()} is not null even if it is not. */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Shows the progress, unless it was shown a moment ago: 200 ms on a terminal, 10 seconds otherwise. */
    synchronized void show(String what, long done, long all, String further) {
        long now = now();
        if (now - shownAt < (terminal ? BAR_MILLIS : LINE_MILLIS)) {
            return;
        }
        shownAt = now;
        double part = all <= 0 ? 0 : Math.min(1, (double) done / all);
        String text = String.format(Locale.ROOT, "%s %3d %%  %s", what, Math.round(100 * part), further);
        if (terminal) {
            int full = (int) Math.round(WIDTH * part);
            String line = "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text;
            out.print("\r" + line + " ".repeat(Math.max(0, shownLength - line.length())));
            out.flush();
            shownLength = line.length();
        } else {
            out.println(text);
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    /** Removes the bar, so that a line can be printed in its place. */
    final synchronized void clear() {
        if (terminal && shownLength > 0) {
            out.print("\r" + " ".repeat(shownLength) + "\r");
            out.flush();
        }
        shownLength = 0;
        // a bar is shown at once, a line only if the operation takes some time
        shownAt = terminal ? now() - BAR_MILLIS : now();
    }

    /** Formats a number of bytes in a readable unit: bytes, kB or MB. */
    static String bytes(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** Formats a number with commas between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
