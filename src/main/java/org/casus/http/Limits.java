package org.casus.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

/** The one place for limits of what a request may ask or bring. */
@ConfigMapping(prefix = "casus.limits")
public interface Limits {

    /** Largest body of one resource, in bytes: what the column of the ledger that keeps states has room for. */
    @WithDefault("262144")
    @Min(1024)
    @Max(BODY_MOST)
    int body();

    /** How many requests with a body, files apart, may be under way at once. */
    @WithDefault("1000")
    @Min(1)
    int bodies();

    /** How many files may be uploaded at once; each takes a worker thread. */
    @WithDefault("8")
    @Min(1)
    int uploads();

    /** How long a client may take to send the head of a request, and how far it may fall behind {@link #SLOWEST_BODY} with its body. */
    @WithDefault("30s")
    Duration sending();

    /** How many clients may listen to the change stream at once. */
    @WithDefault("100")
    int streams();

    /** How many exports of whole lists may run at once. */
    @WithDefault("8")
    @Min(1)
    int exports();

    /** How long an export waits for a client that takes nothing, before it is dropped. */
    @WithDefault("30s")
    Duration patience();

    /** How long a question may take that is no export, counted from when its request arrives. */
    @WithDefault("5s")
    Duration question();

    /** How many queries of each class run at once: short ones, and costly ones. By default as many as there are processors. */
    OptionalInt queries();

    /** How many queries of each class may wait for others to end. */
    @WithDefault("200")
    @Min(1)
    int queuedQueries();

    /** Bytes a second that a client takes of an export, on the whole, lest it be dropped. */
    int SLOWEST_EXPORT = 16_384;

    /** Bytes a second that a client sends of a body, on average. */
    int SLOWEST_BODY = 4096;

    /** Most bytes of a file as it is sent, whatever it unpacks to. */
    long UPLOAD = 64L << 30;

    /** Most that {@link #body} may be. */
    int BODY_MOST = 262_144;

    /** Items on a page when the request does not say. */
    int PAGE = 50;

    /** Most items on a page that the thread which took the request writes itself. */
    int PAGE_QUICK = 100;

    /** Most items on a page. */
    int PAGE_MOST = 1000;

    /** Most features on a page: programs that draw maps often take no other page. */
    int FEATURES_MOST = 10_000;

    /** Most features that can be passed over by counting: a walk by {@code next} costs less. */
    int OFFSET_MOST = 10_000;

    /** A body of so many bytes counts among those that are bounded together. */
    int LARGE_BODY = 262_144;

    /** These may take one part in so many of the memory, and request bodies as much again. */
    int AFLOAT_SHARE = 8;

    /** Most values of one dimension that counts show by themselves. */
    int VALUES_COUNTED = 1000;

    /** Most publishers that may be asked for. */
    int PUBLISHERS = 200;

    /** Most rows of counts. */
    int ROWS = 20_000;

    /** Most cells of clusters. */
    int CELLS = 5000;

    /** Most values in one comma list. */
    int VALUES = 100;

    /** Longest value of a query parameter, in characters. */
    int VALUE_LENGTH = 4000;

    /** Longest filter in a query language, in characters. */
    int FILTER_LENGTH = 12_000;

    /** How deep a filter in a query language may be nested. */
    int FILTER_DEPTH = 50;

    /** Most words that a prefix in a search text may stand for. */
    int WORDS_OF_PREFIX = 5_000;

    /** Most other names of the same that a word in a search text stands for. */
    int OTHER_NAMES = 200;

    /** Longest path with query, in characters. */
    int URI = 16_384;

    /** How many edges a graph reaches away from its event. */
    int GRAPH_DEPTH = 3;

    /** Most nodes of a graph. */
    int GRAPH_NODES = 500;

    /** Most that a graph shows of what one node has by one kind of edge, unless other ways lead there. */
    int GRAPH_NEIGHBOURS = 50;

    /** Longest reason given for a change, in characters. */
    int REASON = 500;
}
