package org.casus.render;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casus.model.ResourceKind;

/** The response formats of reads, in order of preference: of equally acceptable formats, a client gets the first. */
public enum Format {

    JSON("json", List.of("application/json"), "", Door.ITEM, Door.PAGE),
    GEOJSON("geojson", List.of("application/geo+json"), "", Door.ITEM, Door.PAGE, Door.STREAM),
    NDJSON("ndjson", List.of("application/x-ndjson", "application/jsonl"), "", Door.PAGE, Door.STREAM),
    CSV("csv", List.of("text/csv"), "; charset=utf-8; header=present", Door.PAGE, Door.STREAM),
    JSONLD("jsonld", List.of("application/ld+json"), "", Door.ITEM, Door.PAGE),
    /** The manifest of an export in another format: its query, size and digest. */
    MANIFEST("manifest", List.of("application/vnd.casus.manifest+json"), "", Door.MANIFEST);

    /**
     * The version of the byte representation of the formats. Within one version, the same query at the same revision yields the
     * same bytes, so it must be incremented whenever the bytes change. Every ETag and every manifest contains it.
     */
    public static final int REPRESENTATION = 3;

    /** The kinds of response that a format is available for. */
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

    /** Returns the formats of a single resource of a type. */
    public static List<Format> ofItem(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.ITEM));
    }

    /** Returns the formats of a list of a resource type. */
    public static List<Format> ofList(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.PAGE, Door.MANIFEST));
    }

    /** Returns the formats in which a whole list is streamed. */
    public static List<Format> ofStream(ResourceKind kind) {
        return of(kind, EnumSet.of(Door.STREAM));
    }

    private static List<Format> of(ResourceKind kind, Set<Door> doors) {
        return Arrays.stream(values())
                .filter(format -> format.doors.stream().anyMatch(doors::contains))
                .filter(format -> format != GEOJSON || kind == ResourceKind.EVENT || kind == ResourceKind.PLACE)
                .toList();
    }

    /** Returns the value of {@code f} that requests the format. */
    public String token() {
        return token;
    }

    /** Returns the media types of {@code Accept} that request the format; responses have the first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** Returns whether a page contains its links in the body; otherwise they are in the header only. */
    public boolean showsLinks() {
        return this != CSV && this != NDJSON;
    }

    /** Returns the complete Content-Type of a response. */
    public String contentType() {
        return mediaTypes.get(0) + mediaParameters;
    }

    /** Returns the part of an ETag that identifies the format. */
    public String tag() {
        return token + "." + REPRESENTATION;
    }
}
