package org.casus.dataset;

import java.time.Instant;
import java.util.Map;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a dataset that the API returns. */
@Schema(name = "Dataset", description = "A collection of events, with its licence and how to cite it",
        requiredProperties = {"id", "title", "revision", "createdAt", "updatedAt"})
public record DatasetView(String id, String title, String publisher, String licence, String citation, String url,
        String release,
        long revision, Instant createdAt, Instant updatedAt) implements View {

    static DatasetView of(Dataset dataset) {
        return new DatasetView(dataset.slug, dataset.title, dataset.publisher, dataset.licence, dataset.citation,
                dataset.url, dataset.release, dataset.revision, dataset.createdAt, dataset.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.DATASET;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("events", "/events?dataset=" + id, "changes", "/changes?dataset=" + id);
    }
}
