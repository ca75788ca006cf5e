package org.casus.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.casus.query.Circle;
import org.casus.query.Point;

/**
 * What has a point in a circle, by the exact distance. It looks at one point after the other, so it belongs beside a
 * query that leaves few: the box around the circle.
 */
final class CircleQuery extends Query {

    /** Sines and square roots, in the unit of Lucene: about that of a comparison. */
    private static final float COST = 100;

    private final Circle circle;

    CircleQuery(Circle circle) {
        this.circle = circle;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                NumericDocValues lat = DocValues.getNumeric(leaf.reader(), LuceneNames.LAT);
                NumericDocValues lon = DocValues.getNumeric(leaf.reader(), LuceneNames.LON);
                return new ConstantScoreScorer(this, score(), mode, new InCircle(lat, lon));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private final class InCircle extends TwoPhaseIterator {

        private final NumericDocValues lat;
        private final NumericDocValues lon;

        InCircle(NumericDocValues lat, NumericDocValues lon) {
            super(lat);
            this.lat = lat;
            this.lon = lon;
        }

        @Override
        public boolean matches() throws IOException {
            return lon.advanceExact(lat.docID())
                    && circle.contains(new Point(degrees(lat.longValue()), degrees(lon.longValue())));
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    private static double degrees(long bits) {
        return Double.longBitsToDouble(bits);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return circle.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CircleQuery that && circle.equals(that.circle);
    }

    @Override
    public int hashCode() {
        return circle.hashCode();
    }
}
