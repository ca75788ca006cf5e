package org.casus.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One difference between a state of a resource and the state before it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Difference", description = "One thing in which a state differs from the one before it",
        requiredProperties = "pointer")
public record Difference(
        @Schema(description = "Where, a JSON Pointer (RFC 6901); of what is gone, where it was", examples = "/fatalities/best")
        String pointer,
        @Schema(description = "What stood there; absent where nothing did. A reference is its id", implementation = Object.class,
                examples = "3")
        JsonNode from,
        @Schema(description = "What stands there; absent where nothing does", implementation = Object.class, examples = "5")
        JsonNode to,
        @Schema(description = "True where a value was too long to be shown whole, and is its beginning as text") Boolean cut) {

    private static final int LONGEST = 500;

    static Difference of(String pointer, JsonNode from, JsonNode to) {
        boolean cut = isLong(from) || isLong(to);
        return new Difference(pointer, shown(from), shown(to), cut ? true : null);
    }

    private static boolean isLong(JsonNode value) {
        return value != null && text(value).length() > LONGEST;
    }

    private static JsonNode shown(JsonNode value) {
        return isLong(value) ? begun(text(value)) : value;
    }

    private static JsonNode begun(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return TextNode.valueOf(text.substring(0, end) + "…");
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
