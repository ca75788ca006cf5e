package org.casus.index.lucene;

import java.io.IOException;
import java.util.Objects;
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
import org.casus.query.Point;
import org.casus.query.where.Geometry;
import org.casus.query.where.Geometry.Part;

/**
 * What has a point in some parts of a geometry, exactly. It looks at one point after the other, so it belongs beside a query
 * that leaves few: the box around the geometry.
 */
final class LocatedQuery extends Query {

    /** About that of a comparison, for each corner. */
    private static final float COST = 4;

    private final Geometry geometry;
    private final Set<Part> parts;

    LocatedQuery(Geometry geometry, Set<Part> parts) {
        this.geometry = geometry;
        this.parts = parts;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                NumericDocValues lat = DocValues.getNumeric(leaf.reader(), LuceneNames.LAT);
                NumericDocValues lon = DocValues.getNumeric(leaf.reader(), LuceneNames.LON);
                return new ConstantScoreScorer(this, score(), mode, new InParts(lat, lon));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private final class InParts extends TwoPhaseIterator {

        private final NumericDocValues lat;
        private final NumericDocValues lon;

        InParts(NumericDocValues lat, NumericDocValues lon) {
            super(lat);
            this.lat = lat;
            this.lon = lon;
        }

        @Override
        public boolean matches() throws IOException {
            double north = degrees(lat.longValue());
            return !Double.isNaN(north) && lon.advanceExact(lat.docID())
                    && parts.contains(geometry.partAt(new Point(north, degrees(lon.longValue()))));
        }

        @Override
        public float matchCost() {
            return COST * geometry.points().size();
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
        return parts + " of " + geometry;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocatedQuery that && geometry.equals(that.geometry) && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(geometry, parts);
    }
}
