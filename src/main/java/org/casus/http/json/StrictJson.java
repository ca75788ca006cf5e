package org.casus.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * Parses a body as exactly one JSON object (RFC 8259). Rejects overlong or malformed UTF-8, duplicate members and
 * text after the end of the object.
 */
public final class StrictJson {

    private static final int DEPTH = 32;
    private static final int DIGITS = 40;

    /** Matches the parts of Jackson's messages that are meant for programmers, not for API clients. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            " ?\\(start marker at \\[.*?\\]\\)| ?\\[Source: .*?\\]|: enable `[^`]*` to allow");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {
    }

    /**
     * Reads the whole body, up to {@code limit} bytes.
     *
     * @throws Problem 413 if the body is longer, 400 if it cannot be read to its end
     */
    public static byte[] bytes(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Problem.tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_JSON, "the body broke off");
        }
    }

    /**
     * Parses the bytes as a JSON object.
     *
     * @throws Problem 400 if the bytes are not exactly one JSON document, or if the document is not an object
     */
    public static ObjectNode object(byte[] bytes) {
        JsonNode tree = parse(bytes);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(ProblemType.MALFORMED_JSON,
                "the body is an object, {\"member\": value, …}, not " + StrictScalarDeserializer.describe(tree.asToken()));
    }

    private static JsonNode parse(byte[] bytes) {
        String text = utf8(bytes);
        if (text.isBlank()) {
            throw new Problem(ProblemType.MALFORMED_JSON, "the body is empty; send a JSON object");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Problem(ProblemType.MALFORMED_JSON, "the body has a number that is out of all range");
        }
    }

    private static Problem malformed(JsonProcessingException e) {
        String where = e.getLocation() == null ? ""
                : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        String what = FOR_PROGRAMMERS.matcher(e.getOriginalMessage().lines().findFirst().orElse("")).replaceAll("");
        if (e instanceof StreamConstraintsException || what.contains("com.fasterxml")) {
            what = "more follows, or it goes beyond what is read here (" + DEPTH + " levels, numbers of " + DIGITS
                    + " digits)";
        }
        return new Problem(ProblemType.MALFORMED_JSON, "the body is not JSON" + where + ": " + what);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(ProblemType.MALFORMED_JSON, "the body is not UTF-8");
        }
    }
}
