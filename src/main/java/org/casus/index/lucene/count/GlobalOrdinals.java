package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.casus.http.json.EnumNames;
import org.casus.index.lucene.query.IndexView;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.field.Field;

/**
 * Assigns numbers to the values of one field of events, the same in all segments. Each segment has its own ordinals. A
 * table, built once for each segment, maps them to global numbers, so that counting compares no text.
 */
public class GlobalOrdinals {

    private final String field;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();

    GlobalOrdinals(String field) {
        this.field = field;
    }

    /** The ordinals of all fields by which events are counted. */
    public static final class All {

        private final Map<String, GlobalOrdinals> byField = new ConcurrentHashMap<>();

        GlobalOrdinals of(String field) {
            return byField.computeIfAbsent(field, GlobalOrdinals::new);
        }

        /** Returns the ordinals of a field. */
        public GlobalOrdinals of(Field field) {
            return of(LuceneFields.counted(field));
        }

        GlobalOrdinals parts() {
            return byField.computeIfAbsent(LuceneFields.PARTS, Parts::new);
        }
    }

    /** The ordinals of participations: the number of the actor, with the role in the lowest bits. */
    private static final class Parts extends GlobalOrdinals {

        Parts(String field) {
            super(field);
        }

        @Override
        int number(String part) {
            int slash = part.indexOf('/');
            Role role = EnumNames.read(Role.class, part.substring(0, slash)).orElseThrow();
            return super.number(part.substring(slash + 1)) << GroupByParticipant.ROLE_BITS | role.ordinal();
        }
    }

    String field() {
        return field;
    }

    /** Builds the tables of all segments that a query reads. Afterwards every number in them is below {@link #size}. */
    public void learn(QueryContext context) throws IOException {
        for (IndexView view : context.vantages()) {
            for (LeafReaderContext leaf : view.searcher(ResourceKind.EVENT).getLeafContexts()) {
                of(leaf.reader());
            }
        }
    }

    /** Returns the global numbers of a segment's values, in the order of the segment's ordinals. */
    int[] of(LeafReader leaf) throws IOException {
        IndexReader.CacheHelper segment = leaf.getCoreCacheHelper();
        int[] known = segments.get(segment.getKey());
        return known == null ? learn(leaf, segment) : known;
    }

    private synchronized int[] learn(LeafReader leaf, IndexReader.CacheHelper segment) throws IOException {
        int[] known = segments.get(segment.getKey());
        if (known != null) {
            return known;
        }
        SortedSetDocValues own = DocValues.getSortedSet(leaf, field);
        int[] table = new int[Math.toIntExact(own.getValueCount())];
        TermsEnum terms = own.termsEnum();
        for (int i = 0; i < table.length; i++) {
            table[i] = number(terms.next().utf8ToString());
        }
        segments.put(segment.getKey(), table);
        segment.addClosedListener(segments::remove);
        return table;
    }

    int number(String value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** Returns the number of values. Every number in a table is below it. */
    synchronized int size() {
        return values.size();
    }

    synchronized String value(int number) {
        return values.get(number);
    }
}
