package org.casus.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link in a document (RFC 8288, in the JSON form of OGC).
 *
 * @param href the absolute URL of the target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OgcLink", description = "A link (RFC 8288)", requiredProperties = {"href", "rel"})
public record OgcLink(
        @Schema(description = "Where it leads, absolute", examples = "https://casus.example.org/collections") String href,
        @Schema(description = "How it is related", examples = "data") String rel,
        @Schema(description = "The media type there", examples = "application/json") String type,
        @Schema(description = "What is there", examples = "The collections") String title) {

    /** Returns the link as a value of the {@code Link} header. */
    public String header() {
        return "<" + href + ">; rel=\"" + rel + "\"" + (type == null ? "" : "; type=\"" + type + "\"");
    }
}
