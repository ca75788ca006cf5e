package org.casus.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.casus.ledger.Difference;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a revision that the API returns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Change", description = "One revision: what changed, when, by whom and why",
        requiredProperties = {"revision", "kind", "id", "operation", "recordedAt", "author", "href"})
public record Change(
        @Schema(description = "The number of the revision", minimum = "1") long revision,
        ResourceKind kind,
        @Schema(description = "The resource that changed") String id,
        @Schema(description = "The dataset of the resource, where it has one") String dataset,
        Operation operation,
        Instant recordedAt,
        @Schema(description = "The name of the key that wrote it; casus for the software itself") String author,
        String reason,
        @Schema(description = "The state after the revision; after a deletion, the state before it",
                format = "uri-reference") String href,
        @Schema(description = "Of an update: in what the state differs from the one before it, the first " + MOST
                + " differences") List<Difference> changed,
        @Schema(description = "How many more differences there are; absent where all are shown") Integer changedLeftOut) {

    private static final int MOST = 50;

    static Change of(Revision row, String base) {
        return of(row, base, null);
    }

    /**
     * Returns the representation of a revision.
     *
     * @param base the path of the service, for links
     * @param changed the differences that the revision made, or null to leave them out
     */
    static Change of(Revision row, String base, List<Difference> changed) {
        long shown = row.operation == Operation.DELETE ? row.number - 1 : row.number;
        String href = base + "/" + row.kind.collection() + "/" + row.resource + "?asOf=" + shown;
        return new Change(row.number, row.kind, row.resource, row.dataset, row.operation, row.recordedAt, row.author,
                row.reason, href, changed == null ? null : changed.subList(0, Math.min(MOST, changed.size())),
                changed == null || changed.size() <= MOST ? null : changed.size() - MOST);
    }
}
