package org.casus.render;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casus.model.ResourceKind;

/** The formats in which reads are answered; the first that a client takes alike is the one that it gets. */
public enum Format {

    JSON("json", List.of("application/json"), "", Door.ITEM, Door.PAGE),
    GEOJSON("geojson", List.of("application/geo+json"), "", Door.ITEM, Door.PAGE, Door.STREAM),
    NDJSON("ndjson", List.of("application/x-ndjson", "application/jsonl"), "", Door.PAGE, Door.STREAM),
    CSV("csv", List.of("text/csv"), "; charset=utf-8; header=present", Door.PAGE, Door.STREAM),
    JSONLD("jsonld", List.of("application/ld+json"), "", Door.ITEM, Door.PAGE),
    /** The manifest of an export in another format: its query, its size, its digest. */
    MANIFEST("manifest", List.of("application/vnd.casus.manifest+json"), "", Door.MANIFEST);

    /**
     * Which bytes are written for the same content. To be raised whenever they change, because the same question as of
     * the same revision has the same bytes within one version. Every ETag and every manifest tells it.
     */
    public static final int REPRESENTATION = 3;

    /** Where a format can be had. */
    private enum Door {
        ITEM, PAGE, STREAM, MANIFEST
    }

    private final String token;
    private final List<String> mediaTypes;
    private final String mediaParameters;
    private final Set<Door> doors;

    Format(String token, List<String> mediaTypes, String mediaParameters, Door... doors) {
        this.token = token;
        this.mediaTypes = mediaTypes;
        this.mediaParameters = mediaParameters;
        this.doors = EnumSet.copyOf(Arrays.asList(doors));
    }

    /** The formats of one resource of a kind. */
    public static List<Format> ofItem(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.ITEM));
    }

    /** The formats of a list of a kind. */
    public static List<Format> ofList(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.PAGE, Door.MANIFEST));
    }

    /** The formats in which a whole list is streamed. */
    public static List<Format> ofStream(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.STREAM));
    }

    private static List<Format> of(ResourceKind kind, Set<Door> doors) {
        return Arrays.stream(values())
                .filter(format -> format.doors.stream().anyMatch(doors::contains))
                .filter(format -> format != GEOJSON || kind == ResourceKind.EVENT || kind == ResourceKind.PLACE)
                .toList();
    }

    /** The word by which {@code f} asks for it. */
    public String token() {
        return token;
    }

    /** The media types by which {@code Accept} asks for it; the first is the one it is answered with. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** Whether a page shows its links in its body; else they are in its head alone. */
    public boolean showsLinks() {
        return this != CSV && this != NDJSON;
    }

    /** The whole Content-Type of an answer. */
    public String contentType() {
        return mediaTypes.get(0) + mediaParameters;
    }

    /** The part of an ETag that names the format. */
    public String tag() {
        return token + "." + REPRESENTATION;
    }
}
