package org.casus.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.casus.http.Limits;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.Role;
import org.casus.model.edtf.TimeRange;

/**
 * A query that counts events. {@link CountParser} creates it from parameters, so it is always valid.
 *
 * @param by one to three dimensions, at most one of them a time unit
 * @param limit the maximum number of values of each dimension that is not a time unit; further values are merged
 * @param empty whether empty time buckets also get a row
 * @param window the queried time, which cuts off the first and the last bucket
 * @param roles the roles of the participations to count
 * @param inRole the filters that an event must match to be counted in a role; empty if they are the same for all roles
 */
public record CountQuery(List<Filter> filters, List<Dimension> by, int limit, boolean empty, TimeRange window,
        Set<Role> roles, Map<Role, List<Filter>> inRole) {

    /** Returns a copy of this query with every list of filters resolved by the given function. */
    public CountQuery with(UnaryOperator<List<Filter>> understanding) {
        Map<Role, List<Filter>> understood = new EnumMap<>(Role.class);
        inRole.forEach((role, conditions) -> understood.put(role, understanding.apply(conditions)));
        return new CountQuery(understanding.apply(filters), by, limit, empty, window, roles, understood);
    }

    /** Returns the time unit among the dimensions, if there is one. */
    public Optional<Dimension> time() {
        return by.stream().filter(Dimension::isTime).findFirst();
    }

    /** Returns the dimensions that are not a time unit. */
    public List<Dimension> others() {
        return by.stream().filter(dimension -> !dimension.isTime()).toList();
    }

    /** Returns the problem for a response that would have more rows than {@link Limits#ROWS}. */
    public Problem tooMany() {
        String narrower = time().map(unit -> ", a shorter time between 'from' and 'to'"
                + (unit == Dimension.YEAR ? "" : ", or a coarser one than '" + unit.word() + "'")).orElse("");
        String fewer = others().isEmpty() ? "" : ", a smaller 'limit' for "
                + String.join(" and ", others().stream().map(Dimension::word).toList())
                + ", which merges the rest into rows of others";
        return Problem.parameter("by", ErrorCode.SIZE, "these are more than " + Limits.ROWS
                + " rows; ask for less: narrower filters" + narrower + fewer);
    }
}
