package org.casus.bench;

import java.util.List;
import java.util.Locale;

/**
 * What was measured of a workload.
 *
 * @param cpu milliseconds of processor that the server used for one request
 * @param limitCpu the same of the limit, sending the same bytes
 */
record Measurements(String name, String meaning, double perSecond, double p50, double p99, long bytes, double cpu,
        double limitCpu, String base) {

    private static final String LINE = "%-20s %10s %9s %9s %12s %9s %9s %7s %8s%n";

    double ratio() {
        return cpu / limitCpu;
    }

    static void print(List<Measurements> all) {
        System.out.println();
        System.out.printf(LINE, "workload", "requests/s", "p50 ms", "p99 ms", "bytes", "CPU ms", "limit ms", "ratio",
                "to base");
        for (Measurements one : all) {
            System.out.printf(Locale.ROOT, LINE, one.name, format(one.perSecond), format(one.p50), format(one.p99),
                    one.bytes, format(one.cpu), format(one.limitCpu), format(one.ratio()), one.toBase(all));
        }
    }

    private String toBase(List<Measurements> all) {
        return all.stream().filter(other -> other.name.equals(base)).findFirst()
                .map(other -> format(cpu / other.cpu)).orElse("");
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : number >= 1 ? "%.2f" : "%.4f", number);
    }
}
