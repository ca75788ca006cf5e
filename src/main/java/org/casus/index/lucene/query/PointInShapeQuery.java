package org.casus.index.lucene.query;

import java.io.IOException;
import java.util.Set;
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
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.geo.Circle;
import org.casus.model.geo.Point;
import org.casus.query.condition.Geometry;
import org.casus.query.condition.Geometry.Part;

/**
 * Matches documents whose point lies exactly in a shape. It tests each point, so it should be combined with a query that
 * leaves few documents, such as the bounding box of the shape.
 */
final class PointInShapeQuery extends Query {

    private final Where where;

    PointInShapeQuery(Where where) {
        this.where = where;
    }

    /** A shape that may contain points. Two equal shapes contain the same points. */
    interface Where {

        boolean holds(Point point);

        /** Returns the cost of testing one point, in Lucene's unit: about the cost of one comparison. */
        float cost();
    }

    /** A circle. The test uses the great-circle distance, which needs sines and square roots. */
    record InCircle(Circle circle) implements Where {

        private static final float COST = 100;

        @Override
        public boolean holds(Point point) {
            return circle.contains(point);
        }

        @Override
        public float cost() {
            return COST;
        }
    }

    /** Parts of a geometry. The cost grows with the number of its points. */
    record InParts(Geometry geometry, Set<Part> parts) implements Where {

        private static final float COST = 4;

        @Override
        public boolean holds(Point point) {
            return parts.contains(geometry.partAt(point));
        }

        @Override
        public float cost() {
            return COST * geometry.points().size();
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                NumericDocValues lat = DocValues.getNumeric(leaf.reader(), LuceneFields.LAT);
                NumericDocValues lon = DocValues.getNumeric(leaf.reader(), LuceneFields.LON);
                return new ConstantScoreScorer(this, score(), mode, new Looking(lat, lon));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private final class Looking extends TwoPhaseIterator {

        private final NumericDocValues lat;
        private final NumericDocValues lon;

        Looking(NumericDocValues lat, NumericDocValues lon) {
            super(lat);
            this.lat = lat;
            this.lon = lon;
        }

        @Override
        public boolean matches() throws IOException {
            double north = degrees(lat.longValue());
            return !Double.isNaN(north) && lon.advanceExact(lat.docID())
                    && where.holds(new Point(north, degrees(lon.longValue())));
        }

        @Override
        public float matchCost() {
            return where.cost();
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
        return where.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointInShapeQuery that && where.equals(that.where);
    }

    @Override
    public int hashCode() {
        return where.hashCode();
    }
}
