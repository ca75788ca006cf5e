package org.casus.index.lucene.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.index.lucene.LuceneReadModel;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.Circle;
import org.casus.model.geo.Point;
import org.casus.query.CountQuery;
import org.casus.query.Deadline;
import org.casus.query.Dimension;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.SearchText;
import org.casus.query.Sort;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Geometry;
import org.casus.query.condition.Property;
import org.casus.query.condition.TextPredicate;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Changes;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that look at many events, with no time to do so. */
class QueryBudgetTest {

    private static final int EVENTS = 10_000;
    /** Met by every event, and only by looking at each. */
    private static final Filter NEAR = new Filter.Near(new Circle(new Point(0, 0), 1000));

    @TempDir
    private Path folder;
    private LuceneReadModel model;

    private void open(Duration question) throws IOException {
        Directory directory = new Directory();
        for (int i = 0; i < EVENTS; i++) {
            directory.record(ResourceKind.EVENT_TYPE, "type-" + i, 1, Optional.of(new DirectoryEntry("Type " + i, List.of())));
        }
        model = LuceneReadModel.open(folder, directory, "test", question);
        List<Document> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Template json = Template.of("e" + i, 1, "{}".getBytes(StandardCharsets.US_ASCII), List.of());
            events.add(new Document(ResourceKind.EVENT, "e" + i, 1, json).name("Event " + i)
                    .time(Edtf.parse("2020-01-01").range()).point(i * 1e-5, 0).deaths(i, i, i)
                    .tie(Field.TYPE, ResourceKind.EVENT_TYPE, "fight"));
        }
        model.apply(new Changes(events, List.of(), List.of()), directory.at(1));
        model.publish(1);
    }

    @AfterEach
    void close() throws IOException {
        model.close();
    }

    private ReadModel.Page list(Sort sort, Filter... filters) {
        return model.list(new ListQuery(ResourceKind.EVENT, List.of(filters), sort, 10, Optional.empty()),
                OptionalLong.empty());
    }

    private static void isTooCostly(Runnable question, String... parts) {
        assertThatThrownBy(question::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.TOO_COSTLY);
            assertThat(problem.getMessage()).contains(parts);
        });
    }

    @Test
    void a_list_without_time_says_what_to_narrow() throws IOException {
        open(Duration.ZERO);
        isTooCostly(() -> list(Sort.NEWEST, NEAR), "longer than 0 ms", "'radius'", "'from' and 'to'", "'place'");
    }

    @Test
    void the_searches_of_a_query_share_its_deadline() throws IOException {
        open(Duration.ofMinutes(1));
        isTooCostly(() -> Deadline.in(Duration.ZERO).run(() -> list(Sort.NEWEST, NEAR)), "longer than 0 ms");
        assertThat(list(Sort.NEWEST, NEAR).total()).isEqualTo(EVENTS);
    }

    @Test
    void a_query_that_nobody_waits_for_any_longer_ends() throws IOException {
        open(Duration.ofMinutes(1));
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        deadline.cancel();
        assertThatThrownBy(() -> deadline.run(() -> list(Sort.NEWEST, NEAR))).isInstanceOf(Problem.class);
    }

    @Test
    void an_order_that_has_to_be_made_is_named() throws IOException {
        open(Duration.ZERO);
        Sort deadliest = Sort.of(ResourceKind.EVENT, "-fatalities").orElseThrow();
        isTooCostly(() -> list(deadliest, new Filter.Text(SearchText.parse("event"))), "'-fatalities'", "'q'");
    }

    @Test
    void counts_without_time_say_so() throws IOException {
        open(Duration.ZERO);
        CountQuery query = new CountQuery(List.of(), List.of(Dimension.TYPE), 10, false, TimeRange.ALWAYS,
                Set.of(), Map.of());
        isTooCostly(() -> model.counts(query, OptionalLong.empty()), "'from' and 'to'");
    }

    @Test
    void texts_that_are_searched_without_time_are_told_of() throws IOException {
        open(Duration.ZERO);
        isTooCostly(() -> list(Sort.NEWEST, none(new Condition.Worded(Property.ID, like("%x%")))), "fewer texts");
        isTooCostly(() -> list(Sort.NEWEST, none(new Condition.Worded(Property.TYPE_NAME, like("%x%")))), "fewer texts");
    }

    /** Each event lies in the box around the corners, and none in the corner that they leave. */
    @Test
    void places_that_are_looked_at_in_vain_without_time_are_told_of() throws IOException {
        open(Duration.ZERO);
        Geometry corner = new Geometry.Faces(List.of(new Geometry.Face(List.of(new Geometry.Path(List.of(
                new Point(-1, -1), new Point(-1, 1), new Point(-0.9, 1), new Point(-0.9, -0.9), new Point(1, -0.9),
                new Point(1, -1), new Point(-1, -1)))))));
        isTooCostly(() -> list(Sort.NEWEST, none(new Condition.Located(corner, Set.of(Geometry.Part.INTERIOR)))), "fewer corners");
    }

    private static Filter none(Condition condition) {
        return new Filter.Where(condition);
    }

    private static TextPredicate like(String pattern) {
        return new TextPredicate.Like(pattern, TextPredicate.Folding.NONE);
    }

    @Test
    void with_time_all_are_found_and_a_walk_takes_as_long_as_it_takes() throws IOException {
        open(Duration.ofMinutes(1));
        assertThat(list(Sort.NEWEST, NEAR).total()).isEqualTo(EVENTS);
        model.close();
        open(Duration.ZERO);
        try (ReadModel.Walk walk = model.walk(
                new ListQuery(ResourceKind.EVENT, List.of(NEAR), Sort.NEWEST, 10, Optional.empty()), OptionalLong.empty())) {
            assertThat(walk.total()).isEqualTo(EVENTS);
        }
    }
}
