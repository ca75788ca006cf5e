package org.casus.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link of a document (RFC 8288, as OGC writes it).
 *
 * @param href absolute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OgcLink", description = "A link (RFC 8288)", requiredProperties = {"href", "rel"})
public record OgcLink(
        @Schema(description = "Where it leads, absolute", examples = "https://casus.example.org/collections") String href,
        @Schema(description = "How it is related", examples = "data") String rel,
        @Schema(description = "The media type there", examples = "application/json") String type,
        @Schema(description = "What is there", examples = "The collections") String title) {

    /** The link in a header. */
    public String header() {
        return "<" + href + ">; rel=\"" + rel + "\"" + (type == null ? "" : "; type=\"" + type + "\"");
    }
}
