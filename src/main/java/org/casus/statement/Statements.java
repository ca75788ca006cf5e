package org.casus.statement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.casus.actor.Actor;
import org.casus.event.Event;
import org.casus.http.problem.ErrorCode;
import org.casus.ledger.write.ReferenceResolver;
import org.casus.ledger.write.ResourceType;
import org.casus.model.NullSafeLists;
import org.casus.model.Reference;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.place.Place;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Projection;
import org.casus.render.TemplateWriter;
import org.casus.source.Source;

/** Defines the resource type "statement" for the write service and its projection for the index. */
@Singleton
public class Statements implements ResourceType<Statement, StatementInput, StatementView>, Projection<StatementView> {

    private static final ResourceDescriptor<Statement, StatementInput, StatementView> DESCRIPTOR = new ResourceDescriptor<>(
            ResourceKind.STATEMENT, Statement.class, Statement::new, StatementInput.class, StatementView.class);

    private final TemplateWriter templates;

    Statements(TemplateWriter templates) {
        this.templates = templates;
    }

    @Override
    public ResourceDescriptor<Statement, StatementInput, StatementView> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String titleOf(StatementInput input) {
        return input.gist();
    }

    @Override
    public void change(Statement statement, StatementInput input, ReferenceResolver resolver) {
        statement.speaker = resolver.find(Actor.class, ResourceKind.ACTOR, input.speaker(), "/speaker");
        statement.madeIn = resolver.find(Event.class, ResourceKind.EVENT, input.madeIn(), "/madeIn");
        statement.madeInTitle = statement.madeIn == null ? null : statement.madeIn.title;
        statement.when = input.when();
        statement.gist = input.gist();
        statement.quote = input.quote();
        statement.language = input.language();
        NullSafeLists.set(statement.about, about(input, resolver));
        statement.source = resolver.find(Source.class, ResourceKind.SOURCE, input.source(), "/source");
        statement.sourceTitle = statement.source == null ? null : statement.source.title;
    }

    private static List<StatementSubject> about(StatementInput input, ReferenceResolver resolver) {
        List<StatementSubject> about = new ArrayList<>();
        for (StatementInput.On on : input.about()) {
            String pointer = "/about/" + about.size();
            if (!on.one()) {
                resolver.note(pointer, ErrorCode.RULE, "names exactly one of event, actor and place");
            }
            about.add(new StatementSubject(
                    resolver.find(Event.class, ResourceKind.EVENT, on.event(), pointer + "/event"),
                    resolver.find(Actor.class, ResourceKind.ACTOR, on.actor(), pointer + "/actor"),
                    resolver.find(Place.class, ResourceKind.PLACE, on.place(), pointer + "/place")));
        }
        return about;
    }

    @Override
    public StatementView viewOf(Statement statement) {
        return StatementView.of(statement);
    }

    @Override
    public Document project(StatementView view) {
        Document document = new Document(name(), view.id(), view.revision(), templates.write(view))
                .name(view.gist())
                .value(Property.GIST, view.gist())
                .value(Property.QUOTE, view.quote())
                .value(Property.MADE_IN_TITLE, view.madeIn() == null ? null : view.madeIn().title())
                .value(Property.SOURCE_TITLE, view.source() == null ? null : view.source().title())
                .recorded(view.updatedAt())
                .value(Property.WHEN, view.when() == null ? null : view.when().text())
                .text(view.quote())
                .token(Field.LANGUAGE, view.language())
                .tie(Field.SPEAKER, ResourceKind.ACTOR, view.speaker().id())
                .tie(Field.MADE_IN, ResourceKind.EVENT, Reference.idOf(view.madeIn()))
                .tie(Field.SOURCE_OF, ResourceKind.SOURCE, Reference.idOf(view.source()));
        for (StatementView.AboutView about : view.about()) {
            document.tie(Field.ABOUT, about.what().kind(), about.what().id());
        }
        return view.when() == null ? document : document.time(view.when().range());
    }
}
