package org.casus.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

/** The limits on requests: their size, number and duration, and the amount of data that they may ask for. */
@ConfigMapping(prefix = "casus.limits")
public interface Limits {

    /** Largest body of one resource, in bytes. The maximum is the size of the ledger column that stores states. */
    @WithDefault("262144")
    @Min(1024)
    @Max(BODY_MOST)
    int body();

    /** Maximum number of concurrent requests with a body, not counting file uploads. */
    @WithDefault("1000")
    @Min(1)
    int bodies();

    /** Maximum number of concurrent file uploads; each occupies a worker thread. */
    @WithDefault("8")
    @Min(1)
    int uploads();

    /** Time that a client has to send the head of a request, and how far its body may fall behind {@link #SLOWEST_BODY}. */
    @WithDefault("30s")
    Duration sending();

    /** Maximum number of clients that listen to the change stream at once. */
    @WithDefault("100")
    int streams();

    /** Maximum number of exports of whole lists that run at once. */
    @WithDefault("8")
    @Min(1)
    int exports();

    /** Time that an export waits for a client that reads nothing before the connection is closed. */
    @WithDefault("30s")
    Duration patience();

    /** Time limit of a query that is not an export, counted from the arrival of its request. */
    @WithDefault("5s")
    Duration question();

    /** Maximum number of concurrent queries in each class (short and costly). The default is the number of processors. */
    OptionalInt queries();

    /** Maximum number of queries of each class that wait in the queue. */
    @WithDefault("200")
    @Min(1)
    int queuedQueries();

    /** Minimum rate at which a client must read an export on average, in bytes per second; slower clients are disconnected. */
    int SLOWEST_EXPORT = 16_384;

    /** Minimum rate at which a client must send a body on average, in bytes per second. */
    int SLOWEST_BODY = 4096;

    /** Largest upload in bytes, as transferred; its unpacked size does not count. */
    long UPLOAD = 64L << 30;

    /** Maximum value of {@link #body}. */
    int BODY_MOST = 262_144;

    /** Default number of items on a page. */
    int PAGE = 50;

    /** Maximum number of items on a page that the event loop writes itself instead of a worker thread. */
    int PAGE_QUICK = 100;

    /** Maximum number of items on a page. */
    int PAGE_MOST = 1000;

    /** Maximum number of features on a page. It is higher because map clients often fetch only the first page. */
    int FEATURES_MOST = 10_000;

    /** Maximum offset into a list of features. Following {@code next} links is cheaper than a large offset. */
    int OFFSET_MOST = 10_000;

    /** Size in bytes from which a response body counts towards the shared memory limit. */
    int LARGE_BODY = 262_144;

    /** Divisor of the maximum heap: large response bodies may use this fraction of it, and request bodies the same amount again. */
    int AFLOAT_SHARE = 8;

    /** Maximum number of values of one dimension that counts list individually. */
    int VALUES_COUNTED = 1000;

    /** Maximum value of the filter by number of publishers ({@code minSources}). */
    int PUBLISHERS = 200;

    /** Maximum number of rows in a response with counts. */
    int ROWS = 20_000;

    /** Maximum number of cluster cells. */
    int CELLS = 5000;

    /** Maximum number of values in one comma-separated list. */
    int VALUES = 100;

    /** Longest value of a query parameter, in characters. */
    int VALUE_LENGTH = 4000;

    /** Longest filter in a query language, in characters. */
    int FILTER_LENGTH = 12_000;

    /** Maximum nesting depth of a filter in a query language. */
    int FILTER_DEPTH = 50;

    /** Maximum number of words that a prefix in a search text may expand to. */
    int WORDS_OF_PREFIX = 5_000;

    /** Maximum number of alternative names of the same thing that a word in a search text expands to. */
    int OTHER_NAMES = 200;

    /** Longest request URI (path and query), in characters. */
    int URI = 16_384;

    /** Maximum distance of a graph node from its event, in edges. */
    int GRAPH_DEPTH = 3;

    /** Maximum number of nodes in a graph. */
    int GRAPH_NODES = 500;

    /** Maximum number of neighbours per node and edge type in a graph; nodes that are also reached another way are not limited. */
    int GRAPH_NEIGHBOURS = 50;

    /** Longest reason given for a change, in characters. */
    int REASON = 500;
}
