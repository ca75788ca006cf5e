package org.casus.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.casus.http.json.Binder;
import org.casus.http.json.Findings;
import org.casus.http.problem.ErrorCode;
import org.casus.query.View;

/**
 * Makes the input of a change. What a GET answered can be sent back as it is: members that the server sets are passed
 * over where they say what is so, and refused where they would change it.
 */
@Singleton
public class InputReader {

    private static final List<String> SET_BY_SERVER = List.of("revision", "createdAt", "updatedAt", "earliest", "latest");
    /** Paths, made of the rest. */
    private static final String LINKS = "links";

    private final Binder binder;

    InputReader(Validator validator) {
        this.binder = new Binder(validator, InputTypes.module());
    }

    <I> I read(Intent intent, Optional<? extends View> current, Class<I> type, Findings findings) {
        ObjectNode state = current.map(States::tree).orElse(null);
        ObjectNode wanted = intent.appliedTo(state);
        wanted.remove(LINKS);
        JsonNode id = wanted.get("id");
        if (id != null && !id.isNull() && !id.isTextual()) {
            findings.add("/id", ErrorCode.WRONG_TYPE, "is text");
            wanted.remove("id");
        }
        for (String member : SET_BY_SERVER) {
            JsonNode sent = wanted.remove(member);
            if (sent != null && (state == null || !state.path(member).asText().equals(sent.asText()))) {
                findings.add("/" + member, ErrorCode.READ_ONLY, "'" + member + "' is set by the server; leave it out");
            }
        }
        return binder.bind(wanted, type, findings);
    }

    /** The content of what another store, or this one long ago, has answered: what the server set there is passed over. */
    public <I> I readExported(ObjectNode exported, Class<I> type, Findings findings) {
        exported.remove(LINKS);
        exported.remove(SET_BY_SERVER);
        return binder.bind(exported, type, findings);
    }
}
