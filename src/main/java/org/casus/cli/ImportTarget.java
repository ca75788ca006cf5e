package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** A target that files are loaded into: a server, or the local store. Imports and receipts have the JSON of the API. */
interface ImportTarget {

    /**
     * Sends a file to the target.
     *
     * @param sent shows how many bytes have been sent
     * @return the import
     * @throws Refused if the target does not accept the file
     */
    JsonNode send(Path file, ProgressMeter sent);

    /** Returns the current state of an import. */
    JsonNode look(String id);

    /** Returns the receipts of the first refused rows, at most the given number. */
    List<JsonNode> refused(String id, int most);

    /** Returns an instruction how to get the receipts of all refused rows. */
    String more(String id);

    /** Thrown when a file is not accepted, or the command cannot go on. The message tells the user why. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
