package org.casus.changes;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of revisions, oldest first. */
@Schema(description = "Some revisions, oldest first", requiredProperties = {"items", "asOf", "links"})
public record ChangePage(
        List<Change> items,
        @Schema(description = "The latest revision that the page could have shown", minimum = "0") long asOf,
        Map<String, String> links) {
}
