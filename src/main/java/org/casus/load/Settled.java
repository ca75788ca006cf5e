package org.casus.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.load.format.Need;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/** What was needed in earlier batches of a run, and where that led: as long as nobody else writes, it leads there again. */
final class Settled {

    private static final int MOST = 20_000;

    private final Map<Name, Settlement> settlements = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Settlement> eldest) {
            return size() > MOST;
        }
    };

    /** What a draft calls something. */
    record Name(ResourceKind kind, Slug id) {

        static Name of(Need need) {
            return new Name(need.kind(), need.id());
        }
    }

    private record Settlement(Need need, Slug id) {
    }

    void clear() {
        settlements.clear();
    }

    void add(Need need, Slug id) {
        settlements.put(Name.of(need), new Settlement(need, id));
    }

    /** The id that it has here; what is ours has to be just as it was, since it is written as it is. */
    Optional<Slug> of(Need need) {
        Settlement before = settlements.get(Name.of(need));
        boolean same = before != null && before.need.known().equals(need.known())
                && (!need.ours() || before.need.equals(need));
        return same ? Optional.of(before.id) : Optional.empty();
    }
}
