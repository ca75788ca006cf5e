package org.casus.source;

import jakarta.inject.Singleton;
import org.casus.http.json.EnumNames;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.render.TemplateWriter;

/** Defines the resource type "source" for the write service and its projection for the index. */
@Singleton
public class Sources implements ResourceType<Source, SourceInput, SourceView>, Projection<SourceView> {

    private static final ResourceDescriptor<Source, SourceInput, SourceView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.SOURCE, Source.class, Source::new, SourceInput.class, SourceView.class);

    private final TemplateWriter templates;

    Sources(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Source, SourceInput, SourceView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(SourceInput input) {
        return input.title();
    }

    @Override
    public void change(Source source, SourceInput input, ReferenceResolver resolver) {
        source.publisher = input.publisher();
        source.title = input.title();
        source.url = input.url();
        source.published = input.published();
        source.language = input.language();
        source.kind = input.kind();
    }

    @Override
    public SourceView viewOf(Source source) {
        return SourceView.of(source);
    }

    @Override
    public Document project(SourceView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.title())
                .title(view.publisher())
                .token(Field.SOURCE_KIND, EnumNames.wordOf(view.kind()))
                .token(Field.PUBLISHER, view.publisher())
                .token(Field.LANGUAGE, view.language());
        return view.published() == null ? document : document.time(view.published().range());
    }
}
