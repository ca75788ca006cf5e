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
 * Events to be counted. Valid by construction: {@link CountParser} makes it of parameters.
 *
 * @param by one to three dimensions, at most one of them of time
 * @param limit most values of each dimension that is no time; the rest is merged
 * @param empty whether buckets in which nothing is are rows too
 * @param window the time that is asked about, which cuts the first and the last bucket
 * @param roles the roles that participations may have to be counted
 * @param inRole for each role the filters that an event must meet to be counted in it, where that is not the same for all
 */
public record CountQuery(List<Filter> filters, List<Dimension> by, int limit, boolean empty, TimeRange window,
        Set<Role> roles, Map<Role, List<Filter>> inRole) {

    /** The same with filters as they are understood. */
    public CountQuery with(UnaryOperator<List<Filter>> understanding) {
        Map<Role, List<Filter>> understood = new EnumMap<>(Role.class);
        inRole.forEach((role, conditions) -> understood.put(role, understanding.apply(conditions)));
        return new CountQuery(understanding.apply(filters), by, limit, empty, window, roles, understood);
    }

    /** The dimension of time, where there is one. */
    public Optional<Dimension> time() {
        return by.stream().filter(Dimension::isTime).findFirst();
    }

    /** The dimensions that are no time. */
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
