package org.casus.query;

import java.util.List;
import java.util.Optional;
import org.casus.model.ResourceKind;

/**
 * A page of a list, asked for. Valid by construction: {@link QueryParser} makes it of parameters.
 *
 * @param after the position behind which it begins
 * @param offset how many are passed over first
 */
public record ListQuery(ResourceKind kind, List<Filter> filters, Sort sort, int limit, Optional<Position> after, int offset) {

    public ListQuery(ResourceKind kind, List<Filter> filters, Sort sort, int limit, Optional<Position> after) {
        this(kind, filters, sort, limit, after, 0);
    }

    /** The same with other filters. */
    public ListQuery with(List<Filter> others) {
        return new ListQuery(kind, others, sort, limit, after, offset);
    }

    /** Returns the query without its page: equal for every page of one list, whatever the order of its filters. */
    public String essence() {
        return kind + " " + filters.stream().map(Object::toString).sorted().toList() + " " + sort.word();
    }
}
