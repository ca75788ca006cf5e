package org.casus.index.lucene.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.casus.index.lucene.LuceneDocuments;
import org.casus.index.lucene.SortOrders;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.query.field.Field;
import org.casus.readmodel.Document;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.junit.jupiter.api.Test;

/** Where events lie, how many died and of what type, kept in memory and read from the index: both as it was written. */
class SegmentPointsTest {

    private static final List<String> TYPES = List.of("armed-clash", "speech", "protest");

    private record Given(String type, double lat, double lon, Integer best) {
    }

    private final Map<String, Given> events = new HashMap<>();
    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();

    private void write() throws IOException {
        Random random = new Random(7);
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig().setIndexSort(SortOrders.OF_EVENTS))) {
            for (int i = 0; i < 500; i++) {
                boolean placed = random.nextInt(5) > 0;
                Given given = new Given(TYPES.get(random.nextInt(TYPES.size())),
                        placed ? random.nextDouble() * 180 - 90 : Double.NaN,
                        placed ? random.nextDouble() * 360 - 180 : Double.NaN,
                        random.nextInt(3) == 0 ? null : random.nextInt(1000));
                events.put("e" + i, given);
                writer.addDocument(LuceneDocuments.current(document("e" + i, given), new Directory().at(0)));
                if (random.nextInt(100) == 0) {
                    writer.flush();
                }
            }
        }
    }

    private static Document document(String id, Given given) {
        Template json = Template.of(id, 1, "{}".getBytes(StandardCharsets.US_ASCII), List.of());
        Document event = new Document(ResourceKind.EVENT, id, 1, json).name(id).time(TimeRange.ALWAYS)
                .tie(Field.TYPE, ResourceKind.EVENT_TYPE, given.type);
        event.deaths(null, given.best, null);
        if (!Double.isNaN(given.lat)) {
            event.point(given.lat, given.lon);
        }
        return event;
    }

    @Test
    void kept_and_read_are_as_written() throws IOException {
        write();
        SegmentCache keeping = new SegmentCache(1 << 20, 1);
        SegmentCache full = new SegmentCache(1 << 10, 1);
        try (DirectoryReader reader = DirectoryReader.open(folder)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                assertThat(keeping.points(leaf)).isInstanceOf(SegmentPoints.Kept.class).isSameAs(keeping.points(leaf));
                assertThat(full.points(leaf)).isNotInstanceOf(SegmentPoints.Kept.class);
                check(leaf, keeping.points(leaf));
                check(leaf, full.points(leaf));
            }
            assertThat(keeping.bytes()).isEqualTo(500L * SegmentPoints.BYTES);
            assertThat(full.bytes()).isZero();
        }
        assertThat(keeping.bytes()).isZero();
    }

    private void check(LeafReaderContext leaf, SegmentPoints segmentPoints) throws IOException {
        SortedDocValues keys = DocValues.getSorted(leaf.reader(), LuceneFields.KEY);
        SortedDocValues types = DocValues.unwrapSingleton(
                DocValues.getSortedSet(leaf.reader(), LuceneFields.counted(Field.TYPE)));
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            keys.advanceExact(doc);
            Given given = events.get(keys.lookupOrd(keys.ordValue()).utf8ToString().substring("event/".length()));
            assertThat(segmentPoints.lat(doc)).isEqualTo(Double.valueOf(given.lat));
            assertThat(segmentPoints.lon(doc)).isEqualTo(Double.valueOf(given.lon));
            assertThat(segmentPoints.deaths(doc)).isEqualTo(given.best == null ? 0 : given.best);
            assertThat(types.lookupOrd(segmentPoints.type(doc)).utf8ToString()).isEqualTo(given.type);
        }
    }
}
