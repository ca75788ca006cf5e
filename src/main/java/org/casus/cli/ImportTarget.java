package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** Where files go in: a server, or the store itself. Imports are as the API shows them. */
interface ImportTarget {

    /**
     * Hands a file over.
     *
     * @param sent shows the bytes that are on the other side
     * @return the import
     * @throws Refused if it is not taken
     */
    JsonNode send(Path file, ProgressMeter sent);

    /** How far an import is. */
    JsonNode look(String id);

    /** The first receipts of rows that were refused. */
    List<JsonNode> refused(String id, int most);

    /** How to see all of them. */
    String more(String id);

    /** A file that is not taken, with the reason for whoever sent it. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
