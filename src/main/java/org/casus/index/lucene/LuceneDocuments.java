package org.casus.index.lucene;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.casus.index.lucene.query.TextQueryCompiler;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKind;
import org.casus.model.geo.Point;
import org.casus.query.Sort;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;
import org.casus.readmodel.Document.Deaths;
import org.casus.readmodel.Document.Participation;
import org.casus.readmodel.Document.Tie;
import org.casus.readmodel.ReadModel.Superseded;
import org.casus.readmodel.names.DirectoryView;

/** Converts documents of the read model to Lucene documents. */
public final class LuceneDocuments {

    private static final Set<Field> ONE_EACH = EnumSet.of(Field.TYPE, Field.PLACE_OF, Field.DATASET_OF);
    /** The type of word fields. Norms are omitted, because a word scores the same in a short text as in a long one. */
    private static final FieldType WORDS = withoutLengths();
    private static final List<Property> SORTED = sorted();
    private static final FoldingAnalyzer ANALYZER = new FoldingAnalyzer();
    /** Longer names are not indexed as whole names, because nobody types them. */
    private static final int LONGEST_NAME = 500;

    private LuceneDocuments() {
    }

    private static FieldType withoutLengths() {
        FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setOmitNorms(true);
        words.freeze();
        return words;
    }

    private static IndexableField words(String name, String text) {
        return new org.apache.lucene.document.Field(name, text, WORDS);
    }

    /** Returns the document of a current state. It carries every ancestor of the resources that the state refers to. */
    public static Document current(org.casus.readmodel.Document document, DirectoryView directory) {
        Document lucene = common(document);
        for (Tie tie : document.ties()) {
            if (tie.field().descends(tie.kind())) {
                directory.above(tie.kind(), tie.id(), document.time()).forEach(id -> lucene.add(new StringField(
                        LuceneFields.of(tie.field()), LuceneFields.term(tie.field(), tie.kind(), id), Store.NO)));
            }
        }
        for (Participation of : document.participations()) {
            directory.above(ResourceKind.ACTOR, of.actor(), document.time()).forEach(id -> lucene.add(new StringField(
                    LuceneFields.PARTICIPATION, LuceneFields.participation(of.role(), id), Store.NO)));
        }
        return lucene;
    }

    /** Returns the document of a superseded state. It carries direct references only. */
    static Document superseded(Superseded superseded) {
        Document lucene = common(superseded.state());
        lucene.add(new StringField(LuceneFields.ENDED_BY, Long.toString(superseded.ended()), Store.NO));
        lucene.add(new LongPoint(LuceneFields.ENDED, superseded.ended()));
        lucene.add(new NumericDocValuesField(LuceneFields.ENDED, superseded.ended()));
        superseded.reason().ifPresent(reason ->
                lucene.add(new BinaryDocValuesField(LuceneFields.DELETED, new BytesRef(reason))));
        return lucene;
    }

    private static Document common(org.casus.readmodel.Document document) {
        Document lucene = new Document();
        String key = LuceneFields.key(document.kind(), document.id());
        lucene.add(new StringField(LuceneFields.KEY, key, Store.NO));
        lucene.add(new SortedDocValuesField(LuceneFields.KEY, new BytesRef(key)));
        lucene.add(new StringField(LuceneFields.KIND, document.kind().token(), Store.NO));
        lucene.add(new BinaryDocValuesField(LuceneFields.JSON, new BytesRef(document.template().packed())));
        lucene.add(new LongPoint(LuceneFields.BEGAN, document.revision()));
        lucene.add(new NumericDocValuesField(LuceneFields.BEGAN, document.revision()));
        lucene.add(new LongPoint(LuceneFields.EARLIEST, document.time().earliestMillis()));
        lucene.add(new NumericDocValuesField(LuceneFields.EARLIEST, document.time().earliestMillis()));
        lucene.add(new LongPoint(LuceneFields.LATEST, document.time().latestMillis()));
        lucene.add(new NumericDocValuesField(LuceneFields.LATEST, document.time().latestMillis()));
        lucene.add(new SortedDocValuesField(LuceneFields.NAME, new BytesRef(document.sortName())));
        lucene.add(new NumericDocValuesField(LuceneFields.FATALITIES, document.fatalities()));
        document.titles().forEach(title -> lucene.add(words(LuceneFields.TITLE, title)));
        document.texts().forEach(text -> lucene.add(words(LuceneFields.TEXT, text)));
        document.values().forEach((property, values) -> values.forEach(value ->
                lucene.add(new StringField(LuceneFields.of(property), value, Store.NO))));
        addSorted(lucene, document);
        document.tokens().forEach(token ->
                lucene.add(new StringField(LuceneFields.of(token.field()), token.word(), Store.NO)));
        document.ties().forEach(tie -> addDirect(lucene, tie));
        document.participations().forEach(of -> lucene.add(new StringField(LuceneFields.DIRECT_PARTICIPATION,
                LuceneFields.participation(of.role(), of.actor()), Store.NO)));
        if (TextQueryCompiler.NAMED.contains(document.kind())) {
            document.titles().forEach(name -> addName(lucene, String.join(" ", ANALYZER.words(name))));
        }
        addFigures(lucene, document);
        if (document.kind() == ResourceKind.EVENT) {
            addCounted(lucene, document);
        }
        addPoint(lucene, document.point());
        return lucene;
    }

    /** Adds a doc value for each property by which features can be sorted, unless the counting doc values already hold it. */
    private static void addSorted(Document lucene, org.casus.readmodel.Document document) {
        lucene.add(new LongPoint(LuceneFields.UPDATED, document.recorded().toEpochMilli()));
        lucene.add(new NumericDocValuesField(LuceneFields.UPDATED_MICROS, ChronoUnit.MICROS.between(Instant.EPOCH, document.recorded())));
        for (Property property : SORTED) {
            document.sortText(property).ifPresent(text ->
                    lucene.add(new SortedDocValuesField(LuceneFields.sorted(property), new BytesRef(text))));
        }
    }

    private static List<Property> sorted() {
        Set<Property> counted = EnumSet.of(Property.TYPE_ID, Property.PLACE_ID, Property.DATASET_ID);
        return Arrays.stream(Sort.Key.values()).filter(Sort.Key::isText).map(Sort.Key::property)
                .filter(property -> !counted.contains(property)).toList();
    }

    /** Adds the doc values by which events are counted. */
    private static void addCounted(Document lucene, org.casus.readmodel.Document event) {
        for (Tie tie : event.ties()) {
            if (ONE_EACH.contains(tie.field())) {
                lucene.add(new SortedDocValuesField(LuceneFields.counted(tie.field()), new BytesRef(tie.id())));
            }
        }
        event.participations().forEach(of -> lucene.add(new SortedSetDocValuesField(LuceneFields.PARTS,
                new BytesRef(LuceneFields.participation(of.role(), of.actor())))));
    }

    private static void addName(Document lucene, String folded) {
        if (!folded.isEmpty() && folded.length() <= LONGEST_NAME) {
            lucene.add(new StringField(LuceneFields.WHOLE_NAME, folded, Store.NO));
            lucene.add(new SortedSetDocValuesField(LuceneFields.WHOLE_NAME, new BytesRef(folded)));
        }
    }

    private static void addFigures(Document lucene, org.casus.readmodel.Document document) {
        Deaths deaths = document.deaths();
        addFigure(lucene, LuceneFields.LOW, deaths.low());
        addFigure(lucene, LuceneFields.BEST, deaths.best());
        addFigure(lucene, LuceneFields.HIGH, deaths.high());
        if (deaths.best() != null) {
            lucene.add(new LongPoint(LuceneFields.BEST, deaths.best()));
        }
        Set<String> publishers = document.publishers();
        publishers.forEach(publisher ->
                lucene.add(new SortedSetDocValuesField(LuceneFields.PUBLISHER, new BytesRef(publisher))));
        lucene.add(new LongPoint(LuceneFields.PUBLISHERS, publishers.size()));
    }

    private static void addFigure(Document lucene, String name, Integer figure) {
        if (figure != null) {
            lucene.add(new NumericDocValuesField(name, figure));
        }
    }

    /**
     * Adds the point at full precision, so that a point on the edge of a box lies in the box. A document without a point
     * gets NaN, because every document needs a value.
     */
    private static void addPoint(Document lucene, Optional<Point> place) {
        place.ifPresent(point -> lucene.add(new DoublePoint(LuceneFields.POINT, point.lat(), point.lon())));
        lucene.add(new DoubleDocValuesField(LuceneFields.LAT, place.map(Point::lat).orElse(Double.NaN)));
        lucene.add(new DoubleDocValuesField(LuceneFields.LON, place.map(Point::lon).orElse(Double.NaN)));
    }

    private static void addDirect(Document lucene, Tie tie) {
        String term = LuceneFields.term(tie.field(), tie.kind(), tie.id());
        lucene.add(new StringField(LuceneFields.direct(tie.field()), term, Store.NO));
        if (tie.field() == Field.RELATED_TO) {
            lucene.add(new SortedSetDocValuesField(LuceneFields.direct(tie.field()), new BytesRef(term)));
        }
    }
}
