package org.casus.source;

import java.time.Instant;
import java.util.Map;
import org.casus.model.ResourceKind;
import org.casus.model.SourceKind;
import org.casus.model.View;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a source that the API returns. */
@Schema(name = "Source", description = "What was published, where and when",
        requiredProperties = {"id", "kind", "publisher", "title", "revision", "createdAt", "updatedAt"})
public record SourceView(String id, SourceKind kind, String publisher, String title, String url, Edtf published,
        String language,
        long revision, Instant createdAt, Instant updatedAt) implements View {

    static SourceView of(Source source) {
        return new SourceView(source.slug, source.kind, source.publisher, source.title, source.url, source.published,
                source.language, source.revision, source.createdAt, source.updatedAt);
    }

    @Override
    public ResourceKind resource() {
        return ResourceKind.SOURCE;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("events", "/events?source=" + id, "statements", "/statements?source=" + id);
    }
}
