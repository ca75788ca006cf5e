package org.casus.readmodel;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.casus.http.Limits;
import org.casus.query.ListQuery;
import org.casus.query.Position;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.names.DirectoryView;

/** An iteration over a list that reads page after page, all at the revision of the first. */
final class PagedWalk implements ReadModel.Walk {

    private final ReadModel model;
    private final ListQuery query;
    private Page page;
    private Iterator<Stored> items;

    PagedWalk(ReadModel model, ListQuery query, OptionalLong asOf) {
        this.model = model;
        this.query = query;
        turn(Optional.empty(), asOf);
    }

    private void turn(Optional<Position> after, OptionalLong asOf) {
        page = model.list(new ListQuery(query.kind(), query.filters(), query.sort(), Limits.PAGE_MOST, after), asOf);
        items = page.items().iterator();
    }

    @Override
    public long total() {
        return page.total();
    }

    @Override
    public DirectoryView names() {
        return page.names();
    }

    @Override
    public Optional<Stored> next() {
        if (!items.hasNext() && page.next().isPresent()) {
            turn(page.next(), OptionalLong.of(page.revision()));
        }
        return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }

    @Override
    public void close() {
        // nothing to close: each page has released its resources
    }
}
