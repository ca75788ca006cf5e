package org.casus.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.casus.index.lucene.query.Matcher;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.model.ResourceKind;
import org.casus.query.ListQuery;
import org.casus.query.Sort;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.Template;

/** Reads pages of lists. A page in the sort order of the segments is iterated; any other order is sorted by Lucene. */
final class PageReader {

    private final QueryContext context;
    private final Matcher matcher;
    private final SegmentCache cache;

    PageReader(QueryContext context, Matcher matcher, SegmentCache cache) {
        this.context = context;
        this.matcher = matcher;
        this.cache = cache;
    }

    /** Returns whether the requested order is the sort order of the segments. */
    static boolean standInOrder(ListQuery query) {
        return query.kind() == ResourceKind.EVENT && query.sort().equals(Sort.NEWEST);
    }

    Page page(ListQuery query) throws IOException {
        List<Matches> selections = matcher.select(query.kind(), query.filters());
        long total = Matches.count(selections);
        return standInOrder(query) ? newest(query, selections, total) : sorted(query, selections, total);
    }

    private Page newest(ListQuery query, List<Matches> selections, long total) throws IOException {
        NewestFirst walk = new NewestFirst(selections, query.after(), cache);
        walk.skip(query.offset());
        List<Stored> items = new ArrayList<>(query.limit());
        for (int left = query.limit(); left > 0; left--) {
            Template event = walk.next();
            if (event == null) {
                break;
            }
            items.add(new Stored(event));
        }
        boolean more = items.size() == query.limit() && walk.hasNext();
        return new Page(items, total, context.names(), more ? Optional.of(walk.position()) : Optional.empty());
    }

    private Page sorted(ListQuery query, List<Matches> selections, long total) throws IOException {
        org.apache.lucene.search.Sort sort = SortOrders.lucene(query.sort());
        FieldDoc after = query.after().map(position -> SortOrders.after(position, sort)).orElse(null);
        int most = query.offset() + query.limit();
        TopFieldDocs[] found = new TopFieldDocs[selections.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = selections.get(i).top(
                    new TopFieldCollectorManager(sort, most + 1, after, most + 1));
            for (ScoreDoc doc : found[i].scoreDocs) {
                doc.shardIndex = i;
            }
        }
        ScoreDoc[] top = TopDocs.merge(sort, most + 1, found).scoreDocs;
        int shown = Math.min(top.length, most);
        List<Stored> items = new ArrayList<>(query.limit());
        for (int i = query.offset(); i < shown; i++) {
            items.add(QueryContext.stored(QueryContext.hit(selections.get(top[i].shardIndex).searcher(), top[i])));
        }
        return new Page(items, total, context.names(), top.length > most
                ? Optional.of(SortOrders.positionOf((FieldDoc) top[shown - 1]))
                : Optional.empty());
    }
}
