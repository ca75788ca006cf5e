package org.casus.dataset;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.readmodel.names.DirectoryEntry;
import org.casus.render.TemplateWriter;

/** Defines the resource type "dataset" for the write service and its projection for the index. */
@Singleton
public class Datasets implements ResourceType<Dataset, DatasetInput, DatasetView>, Projection<DatasetView> {

    private static final ResourceDescriptor<Dataset, DatasetInput, DatasetView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.DATASET, Dataset.class, Dataset::new, DatasetInput.class, DatasetView.class);

    private final TemplateWriter templates;

    Datasets(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Dataset, DatasetInput, DatasetView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(DatasetInput input) {
        return input.title();
    }

    @Override
    public void change(Dataset dataset, DatasetInput input, ReferenceResolver resolver) {
        dataset.title = input.title();
        dataset.publisher = input.publisher();
        dataset.licence = input.licence();
        dataset.citation = input.citation();
        dataset.url = input.url();
        dataset.release = input.release();
    }

    @Override
    public DatasetView viewOf(Dataset dataset) {
        return DatasetView.of(dataset);
    }

    @Override
    public Optional<DirectoryEntry> entryOf(DatasetView view) {
        return Optional.of(new DirectoryEntry(view.title(), List.of()));
    }

    @Override
    public Document project(DatasetView view) {
        return new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.title())
                .text(view.publisher())
                .text(view.citation());
    }
}
