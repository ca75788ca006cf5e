package org.casus.index.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.casus.index.lucene.LuceneDocuments;
import org.casus.index.lucene.NewestFirst;
import org.casus.index.lucene.SortOrders;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.index.lucene.segment.TimeWindowQuery;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.Position;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random events in several segments, some deleted: what is selected, counted and walked is what plain loops find. */
class MatchesTest {

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
    private static final int EVENTS = 3000;

    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
    private final List<Document> events = new ArrayList<>();
    private DirectoryReader reader;

    private void write(Random random) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setIndexSort(SortOrders.OF_EVENTS)
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(folder, config)) {
            for (int i = 0; i < EVENTS; i++) {
                Document event = event("e" + i, random);
                writer.addDocument(LuceneDocuments.current(event, new Directory().at(0)));
                events.add(event);
                if (random.nextInt(700) == 0) {
                    writer.flush();
                }
            }
            writer.flush();
            for (Document event : List.copyOf(events)) {
                if (random.nextInt(20) == 0) {
                    events.remove(event);
                    writer.deleteDocuments(new Term(LuceneFields.KEY, "event/" + event.id()));
                }
            }
        }
        reader = DirectoryReader.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    private static Document event(String id, Random random) {
        Template json = Template.of(id, 1, "{}".getBytes(StandardCharsets.US_ASCII), List.of());
        Document event = new Document(ResourceKind.EVENT, id, 1, json).name(id).time(time(random));
        IntStream.range(0, 4).filter(i -> random.nextInt(1 + 10 * i) == 0)
                .forEach(i -> event.token(Field.TAG, "tag" + i));
        return event;
    }

    private static TimeRange time(Random random) {
        Instant from = START.plus(Duration.ofDays(random.nextInt(300)));
        int length = random.nextInt(30) == 0 ? 1 + random.nextInt(200) : 1;
        return switch (random.nextInt(100)) {
            case 0 -> new TimeRange(null, from);
            case 1 -> new TimeRange(from, null);
            default -> new TimeRange(from, from.plus(Duration.ofDays(length)).minusMillis(1));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void selects_what_plain_loops_find(long seed) throws IOException {
        Random random = new Random(seed);
        write(random);
        for (SegmentCache cache : List.of(new SegmentCache(1 << 20, 1), new SegmentCache(1 << 12, 1), new SegmentCache())) {
            for (int i = 0; i < 60; i++) {
                check(random, cache);
            }
        }
    }

    private void check(Random random, SegmentCache cache) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        Predicate<Document> meets = event -> true;
        for (int i = 0; i < 4; i++) {
            Document.Token tag = new Document.Token(Field.TAG, "tag" + i);
            Occur occur = List.of(Occur.FILTER, Occur.MUST_NOT, Occur.SHOULD).get(random.nextInt(3));
            if (occur != Occur.SHOULD) {
                query.add(new TermQuery(new Term(LuceneFields.of(Field.TAG), tag.word())), occur);
                meets = meets.and(event -> event.tokens().contains(tag) == (occur == Occur.FILTER));
            }
        }
        if (random.nextBoolean()) {
            TimeRange window = time(random);
            boolean certain = random.nextInt(3) == 0;
            query.add(new TimeWindowQuery(window, certain, cache), Occur.FILTER);
            meets = meets.and(event -> certain ? event.time().within(window) : event.time().overlaps(window));
        }
        List<String> expected = events.stream().filter(meets)
                .sorted(Comparator.comparingLong((Document event) -> event.time().earliestMillis()).reversed()
                        .thenComparing(Document::id))
                .map(Document::id).toList();
        Matches matches = new Matches(new IndexSearcher(reader), query.build(), cache, QueryBudget.none());
        assertThat(matches.count()).as(query.build().toString()).isEqualTo(expected.size());
        assertThat(walk(matches, cache, 1 + random.nextInt(500))).isEqualTo(expected);
    }

    /** Page by page, each from the position at which the last one ended. */
    private static List<String> walk(Matches matches, SegmentCache cache, int page) throws IOException {
        List<String> ids = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        boolean more = true;
        while (more) {
            NewestFirst walk = new NewestFirst(List.of(matches), after, cache);
            Template event = null;
            for (int i = 0; i < page && (event = walk.next()) != null; i++) {
                ids.add(event.id());
            }
            more = event != null && walk.hasNext();
            after = more ? Optional.of(walk.position()) : Optional.empty();
        }
        return ids;
    }

    /** Whoever asks again and again for something else must not fill the memory with what was asked. */
    @Test
    void what_was_asked_counts_as_much_as_what_was_found() throws IOException {
        write(new Random(1));
        SegmentCache cache = new SegmentCache(1 << 26, 1);
        BooleanQuery.Builder large = new BooleanQuery.Builder().add(new TermQuery(new Term(LuceneFields.of(Field.TAG), "tag0")), Occur.SHOULD);
        IntStream.range(0, 1_000).forEach(i ->
                large.add(new TermQuery(new Term(LuceneFields.of(Field.TAG), "no-such-tag-" + i)), Occur.SHOULD));
        Matches matches = new Matches(new IndexSearcher(reader),
                new BooleanQuery.Builder().add(large.build(), Occur.FILTER).build(), cache, QueryBudget.none());
        assertThat(matches.count()).isPositive();
        assertThat(cache.bytes()).isGreaterThan(100_000);
    }

    @Test
    void forgets_a_segment_that_is_closed() throws IOException {
        write(new Random(1));
        SegmentCache cache = new SegmentCache(1 << 20, 1);
        TermQuery many = new TermQuery(new Term(LuceneFields.of(Field.TAG), "tag0"));
        Matches matches = new Matches(new IndexSearcher(reader),
                new BooleanQuery.Builder().add(many, Occur.FILTER).build(), cache, QueryBudget.none());
        assertThat(matches.count()).isPositive();
        assertThat(cache.bytes()).isPositive();
        reader.close();
        assertThat(cache.bytes()).isZero();
    }
}
