/**
 * The benchmark: {@link org.casus.bench.BenchStore} writes a world of events that is the same every time, {@link org.casus.bench.Bench}
 * asks the packaged server for it, and {@link org.casus.bench.Limit} is what a server could cost that only sends bytes.
 */
package org.casus.bench;
