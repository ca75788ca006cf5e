package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.casus.model.ResourceKind;

/**
 * A query for one page of a list. {@link QueryParser} creates it from parameters, so it is always valid.
 *
 * @param after the position after which the page begins
 * @param offset the number of items to skip first
 */
public record ListQuery(ResourceKind kind, List<Filter> filters, Sort sort, int limit, Optional<Position> after, int offset) {

    public ListQuery(ResourceKind kind, List<Filter> filters, Sort sort, int limit, Optional<Position> after) {
        this(kind, filters, sort, limit, after, 0);
    }

    /** Returns a copy of this query with the given filters. */
    public ListQuery with(List<Filter> others) {
        return new ListQuery(kind, others, sort, limit, after, offset);
    }

    /** Returns a text that identifies the query without its page. It does not depend on the order of the filters. */
    public String essence() {
        return kind + " " + filters.stream().map(Object::toString).sorted().toList() + " " + sort.word();
    }
}
