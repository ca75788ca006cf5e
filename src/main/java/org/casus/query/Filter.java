package org.casus.query;

import java.util.List;
import org.casus.model.Role;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Circle;
import org.casus.query.condition.Condition;
import org.casus.query.field.Field;
import org.casus.query.field.Match;

/** One condition on what a list holds; a list holds what meets all of its conditions. */
public sealed interface Filter {

    /** Values of a field, sorted and without repetition. */
    record Values(Field field, Match match, List<String> values) implements Filter {
        public Values {
            values = values.stream().distinct().sorted().toList();
        }

        /** The name under which a client wrote it. */
        public String parameter() {
            return field.parameter() + match.suffix();
        }
    }

    /** Actors that take part in any of these roles: one participation is by the actor and in the role. */
    record Participation(List<Role> roles, Values actors) implements Filter {
        public Participation {
            roles = roles.stream().distinct().sorted().toList();
        }
    }

    /** The time of the resource overlaps this one; certainly, if it lies wholly within it. */
    record During(TimeRange time, boolean certain) implements Filter {
    }

    /** The text, or the names that it refers to, hold these words. */
    record Text(SearchText text) implements Filter {
    }

    /** The resource has a point of its own, and it lies in the area. */
    record InArea(BoundingBox area) implements Filter {
    }

    /** The resource has a point of its own, and it lies in the circle. */
    record Near(Circle circle) implements Filter {
    }

    /** The best estimate of deaths is one of these numbers; without an estimate there is no match. */
    record Deaths(long least, long most) implements Filter {
    }

    /** At least so many publishers report it. */
    record Publishers(int least) implements Filter {
    }

    /** The state began after this; {@link AsOf.Number} once the moment was looked up. */
    record ChangedSince(AsOf since) implements Filter {
    }

    /** The condition is true of it. */
    record Where(Condition condition) implements Filter {
    }
}
