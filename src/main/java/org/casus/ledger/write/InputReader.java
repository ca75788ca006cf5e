package org.casus.ledger.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.http.json.CleanText;
import org.casus.http.json.RecordBinder;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.ledger.StateJson;
import org.casus.model.Slug;
import org.casus.model.View;

/**
 * Reads the input of a change from a request body. Clients can send back the body of a GET response as it is: members that the server
 * sets are ignored if they equal the current state, and refused otherwise.
 */
@Singleton
public class InputReader {

    private static final List<String> SET_BY_SERVER = List.of("revision", "createdAt", "updatedAt", "earliest", "latest");
    /** The paths of related resources, which the server derives from the other members. */
    private static final String LINKS = "links";

    private final RecordBinder recordBinder;

    InputReader(Validator validator) {
        this.recordBinder = new RecordBinder(validator, InputTypes.module());
    }

    /**
     * Reads the wanted content and adds violations to the errors.
     *
     * @param current the current state; empty if the resource does not exist
     */
    <I> I read(WriteRequest writeRequest, Optional<? extends View> current, Class<I> type, ValidationErrors errors) {
        ObjectNode state = current.map(StateJson::tree).orElse(null);
        if (writeRequest instanceof WriteRequest.Merge merge) {
            noteEffectless(merge.patch(), type, errors);
        }
        ObjectNode wanted = writeRequest.appliedTo(state);
        wanted.remove(LINKS);
        JsonNode id = wanted.get("id");
        if (id != null && !id.isNull() && !id.isTextual()) {
            errors.add("/id", ErrorCode.WRONG_TYPE, "is text");
            wanted.remove("id");
        }
        for (String member : SET_BY_SERVER) {
            JsonNode sent = wanted.remove(member);
            if (sent != null && (state == null || !state.path(member).asText().equals(sent.asText()))) {
                errors.add("/" + member, ErrorCode.READ_ONLY, "'" + member + "' is set by the server; leave it out");
            }
        }
        return recordBinder.bind(wanted, type, errors);
    }

    /** Adds an error for each member of a patch that would have no effect although the client expects a change. */
    private static void noteEffectless(ObjectNode patch, Class<?> type, ValidationErrors errors) {
        Map<String, Class<?>> members = new TreeMap<>();
        for (RecordComponent member : type.getRecordComponents()) {
            members.put(member.getName(), member.getType());
        }
        patch.properties().forEach(sent -> {
            String name = sent.getKey();
            if (members.get(name) == Slug.class && sent.getValue().isObject() && !sent.getValue().hasNonNull("id")) {
                errors.add("/" + name, ErrorCode.WRONG_TYPE, "is an id (or an object with an id); what else a reference shows is"
                        + " said of what it refers to");
            } else if (sent.getValue().isNull() && !members.containsKey(name) && !name.equals(LINKS)
                    && !SET_BY_SERVER.contains(name)) {
                errors.add("/" + name, ErrorCode.UNKNOWN_MEMBER, "there is no member '" + CleanText.shown(name)
                        + "' here, only " + String.join(", ", members.keySet()) + NearestMatch.hint(name, members.keySet()));
            }
        });
    }

    /** Reads content that this or another Casus server has exported. Members that the server sets are ignored. */
    public <I> I readExported(ObjectNode exported, Class<I> type, ValidationErrors errors) {
        exported.remove(LINKS);
        exported.remove(SET_BY_SERVER);
        return recordBinder.bind(exported, type, errors);
    }
}
