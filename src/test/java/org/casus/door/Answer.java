package org.casus.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.casus.Client;

/** What a read was answered with, byte for byte; of a problem its detail, where that is part of what is promised. */
public record Answer(int status, String body) {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    static Answer ok(byte[] body) {
        return new Answer(200, new String(body, StandardCharsets.UTF_8));
    }

    /** Hints at what may have been meant are no promise. */
    static Answer problem(int status, String detail) {
        return new Answer(status, status == NOT_FOUND || status == GONE ? detail : "");
    }

    /** What asks for the next page of this one. */
    public Optional<Question> next(Question question) {
        JsonNode link = status == 200 ? Client.tree(body).path("links").path("next") : null;
        return link == null || link.isMissingNode()
                ? Optional.empty()
                : Optional.of(Question.following(question.kind(), link.textValue()));
    }

    /** The same as it is when nobody asks for a revision. */
    public Answer withoutAsOf() {
        if (status == NOT_FOUND) {
            return new Answer(status, body.replaceAll(" at revision [0-9]+$", ""));
        }
        return new Answer(status, body
                .replaceAll("[?&]asOf=[0-9]+(?=\")", "")
                .replaceAll("(?<=[?&])asOf=[0-9]+&", ""));
    }
}
