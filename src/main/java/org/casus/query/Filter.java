package org.casus.query;

import java.util.List;
import org.casus.model.Role;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Circle;
import org.casus.query.condition.Condition;
import org.casus.query.field.Field;
import org.casus.query.field.Match;

/** One filter of a list. A list contains the resources that match all of its filters. */
public sealed interface Filter {

    /** The field matches these values, which are sorted and distinct. */
    record Values(Field field, Match match, List<String> values) implements Filter {
        public Values {
            values = values.stream().distinct().sorted().toList();
        }

        /** Returns the name of the parameter that a client uses for this filter. */
        public String parameter() {
            return field.parameter() + match.suffix();
        }
    }

    /** The actors take part in one of these roles; actor and role belong to the same participation. */
    record Participation(List<Role> roles, Values actors) implements Filter {
        public Participation {
            roles = roles.stream().distinct().sorted().toList();
        }
    }

    /** The time of the resource overlaps this range or, with {@code certain}, lies completely within it. */
    record During(TimeRange time, boolean certain) implements Filter {
    }

    /** The search text matches the text of the resource or the names of the resources that it refers to. */
    record Text(SearchText text) implements Filter {
    }

    /** The resource has its own point, and it lies in the area. */
    record InArea(BoundingBox area) implements Filter {
    }

    /** The resource has its own point, and it lies in the circle. */
    record Near(Circle circle) implements Filter {
    }

    /** The best estimate of deaths lies in this range, bounds included. Resources without an estimate do not match. */
    record Deaths(long least, long most) implements Filter {
    }

    /** At least this many publishers report the event. */
    record Publishers(int least) implements Filter {
    }

    /** The state began after this moment, which is an {@link AsOf.Number} once it has been resolved to a revision. */
    record ChangedSince(AsOf since) implements Filter {
    }

    /** The condition is true for the resource. */
    record Where(Condition condition) implements Filter {
    }
}
