package org.casus.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;

/**
 * A cursor for paging through a list: the revision that the first page read, and the position after the last item.
 * It is opaque to clients and validated, but not secret: it carries a version, a hash of its query and a checksum.
 */
public record Cursor(long revision, Position position) {

    private static final String VERSION = "1";
    private static final char SEPARATOR = '\u001f';

    /** Encodes the cursor as a parameter value. */
    public String encode(ListQuery query) {
        List<String> parts = new ArrayList<>(List.of(VERSION, hash(query.essence()), Long.toString(revision)));
        parts.addAll(position.values());
        String text = String.join(String.valueOf(SEPARATOR), parts);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((hash(text) + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @throws Problem 400 if the text is not a cursor of this service or belongs to another query
     */
    public static Cursor decode(String text, ListQuery query) {
        String[] parts = parts(text);
        if (!parts[2].equals(hash(query.essence()))) {
            throw Problem.parameter("cursor", ErrorCode.CURSOR,
                    "the cursor belongs to another query; keep filters and sort as they were, or start without it");
        }
        if (!parts[3].matches("[0-9]{1,18}")) {
            throw unreadable();
        }
        return new Cursor(Long.parseLong(parts[3]), new Position(List.of(parts).subList(4, parts.length)));
    }

    private static String[] parts(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = decoded.indexOf(SEPARATOR);
            String[] parts = decoded.split(String.valueOf(SEPARATOR), -1);
            if (end > 0 && parts.length > 4 && hash(decoded.substring(end + 1)).equals(parts[0])
                    && parts[1].equals(VERSION)) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // not Base64: rejected below like any other invalid cursor
        }
        throw unreadable();
    }

    private static Problem unreadable() {
        return Problem.parameter("cursor", ErrorCode.CURSOR,
                "this is no cursor of this service; take it from links.next, or start without it");
    }

    private static String hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
