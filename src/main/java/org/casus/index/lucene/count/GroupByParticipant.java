package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.casus.http.json.EnumNames;
import org.casus.index.lucene.query.IndexView;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.Role;
import org.casus.query.Dimension;
import org.casus.readmodel.Counts.Of;
import org.casus.readmodel.Counts.Value;

/** Groups by actor, by role, or by both together. In the last case each participation is one value. */
final class GroupByParticipant extends GroupBy {

    static final int ROLE_BITS = 5;
    private static final int ROLES = 1 << ROLE_BITS;
    private static final Role[] ALL = Role.values();

    private final List<Dimension> dimensions;
    private final boolean actors;
    private final boolean roles;
    private final GlobalOrdinals ordinals;
    private final Map<Dimension, boolean[]> keep;
    private final boolean[] counted = new boolean[ALL.length];
    private final Function<IndexView, Map<Role, Matches>> inRole;
    private final Map<Role, FixedBitSet> met = new EnumMap<>(Role.class);
    private Map<Role, Matches> conditions = Map.of();
    private final long bound;
    private IndexView seenFrom;
    private int[] parts;
    private SortedSetDocValues values;

    /**
     * Creates the grouping of one query.
     *
     * @param counted the roles in which participations count
     * @param inRole the conditions that an event must meet to count in a role; empty if every matching event counts
     */
    GroupByParticipant(List<Dimension> dimensions, GlobalOrdinals ordinals, Map<Dimension, boolean[]> keep, Set<Role> counted,
            Function<IndexView, Map<Role, Matches>> inRole) {
        this.dimensions = dimensions;
        this.actors = dimensions.contains(Dimension.ACTOR_IN);
        this.roles = dimensions.contains(Dimension.ROLE);
        this.ordinals = ordinals;
        this.keep = keep;
        this.inRole = inRole;
        counted.forEach(role -> this.counted[role.ordinal()] = true);
        this.bound = (actors ? (long) ordinals.size() + FIRST : 1) * (roles ? ROLES : 1);
    }

    @Override
    List<Dimension> dimensions() {
        return dimensions;
    }

    @Override
    void enter(IndexView view, LeafReaderContext leaf) throws IOException {
        parts = ordinals.of(leaf.reader());
        values = DocValues.getSortedSet(leaf.reader(), LuceneFields.PARTS);
        if (seenFrom != view) {
            seenFrom = view;
            conditions = inRole.apply(view);
        }
        met.clear();
        for (Map.Entry<Role, Matches> entry : conditions.entrySet()) {
            met.put(entry.getKey(), meeting(entry.getValue(), leaf));
        }
    }

    private static FixedBitSet meeting(Matches condition, LeafReaderContext leaf) throws IOException {
        FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
        Conjunction met = condition.in(leaf);
        if (met != null) {
            for (int doc = met.next(0); doc != DocIterator.NO_MORE; doc = met.next(doc + 1)) {
                bits.set(doc);
            }
        }
        return bits;
    }

    @Override
    void read(int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            add(NONE);
            return;
        }
        for (int i = values.docValueCount(); i > 0; i--) {
            int part = parts[(int) values.nextOrd()];
            int role = part & (ROLES - 1);
            if (counted[role] && (met.isEmpty() || met.get(ALL[role]).get(doc))) {
                add(number((part >> ROLE_BITS) + FIRST, role + FIRST));
            }
        }
    }

    private int number(int actor, int role) {
        int number = actors ? kept(keep.get(Dimension.ACTOR_IN), actor) : 0;
        return roles ? number * ROLES + kept(keep.get(Dimension.ROLE), role) : number;
    }

    @Override
    long bound() {
        return bound;
    }

    @Override
    Value value(Dimension of, long number) {
        if (of == Dimension.ACTOR_IN) {
            return value(roles ? number / ROLES : number, ordinals);
        }
        long role = number % ROLES;
        return role < FIRST ? nothingOrOther(role) : new Of(EnumNames.wordOf(ALL[(int) role - FIRST]));
    }
}
