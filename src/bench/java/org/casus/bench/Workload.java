package org.casus.bench;

import java.util.List;

/**
 * Requests of one sort, repeated.
 *
 * @param requests paths, each with an entity tag behind a tab where one is sent
 * @param base the workload that this is a variation of, to be compared with; or null
 */
record Workload(String name, String meaning, List<String> requests, int connections, String base) {

    static final int CONNECTIONS = 16;

    static Workload of(String name, String meaning, List<String> requests) {
        return new Workload(name, meaning, requests, CONNECTIONS, null);
    }

    /** Says what it is to be compared with. */
    Workload comparedWith(String other) {
        return new Workload(name, meaning, requests, connections, other);
    }

    String first() {
        return requests.get(0).split("\t")[0];
    }
}
