package org.casus.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Shows how far something is: a bar on a terminal, and else a line now and then. */
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

    /** Whether somebody looks: from Java 22 on there is a console also where nobody does. */
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

    /** Shows it, unless that was done a moment ago. */
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

    /** Takes the bar away, so that a line can stand there. */
    final synchronized void clear() {
        if (terminal && shownLength > 0) {
            out.print("\r" + " ".repeat(shownLength) + "\r");
            out.flush();
        }
        shownLength = 0;
        // a bar stands there at once, a line only where it takes some time
        shownAt = terminal ? now() - BAR_MILLIS : now();
    }

    /** Bytes as people say them. */
    static String bytes(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** A number with its thousands apart. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
