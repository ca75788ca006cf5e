package org.casus.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;

/** The one place where parameters become a query. Throws {@link Problem} 400 for whatever cannot be read. */
public final class QueryParser {

    /** How the answer is written; read where answers are written. */
    public static final List<String> MANNERS = List.of("f", "fields");
    /** Whether all of it is written, and what a manifest is of. */
    public static final List<String> EXPORT = List.of("all", "of");

    private static final Map<ResourceKind, Set<String>> NAMES = new ConcurrentHashMap<>();

    private final ResourceKind kind;
    private final QueryParameters parameters;

    private QueryParser(ResourceKind kind, Map<String, List<String>> given) {
        this.kind = kind;
        this.parameters = new QueryParameters(given, namesFor(kind));
    }

    /** A list query with the moment it is asked of; a cursor's revision stands for the moment. */
    public record Parsed(ListQuery query, AsOf asOf) {
    }

    public static Parsed parse(ResourceKind kind, Map<String, List<String>> given) {
        return new QueryParser(kind, given).parse();
    }

    /** Every parameter that a list of the kind takes. */
    public static Set<String> namesFor(ResourceKind kind) {
        return NAMES.computeIfAbsent(kind, QueryParser::names);
    }

    private static Set<String> names(ResourceKind kind) {
        Set<String> names = new LinkedHashSet<>(FilterParser.namesFor(kind));
        names.addAll(List.of("sort", "limit", "cursor", "asOf"));
        names.addAll(MANNERS);
        names.addAll(EXPORT);
        return names;
    }

    private Parsed parse() {
        return paged(new ListQuery(kind, FilterParser.parse(kind, parameters), sort(), limit(), Optional.empty()), parameters);
    }

    /** A first page, moved to where {@code cursor} says, and the moment that {@code asOf} or the cursor says. */
    public static Parsed paged(ListQuery query, QueryParameters parameters) {
        AsOf asOf = parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now());
        Optional<Cursor> cursor = parameters.text("cursor").map(text -> Cursor.decode(text, query));
        if (cursor.isEmpty()) {
            return new Parsed(query, asOf);
        }
        AsOf.Number pinned = new AsOf.Number(cursor.get().revision());
        if (asOf instanceof AsOf.Number && !asOf.equals(pinned)) {
            throw Problem.parameter("asOf", ErrorCode.CURSOR, "the cursor belongs to asOf=" + pinned.revision());
        }
        ListQuery page = new ListQuery(query.kind(), query.filters(), query.sort(), query.limit(),
                Optional.of(cursor.get().position()));
        return new Parsed(page, pinned);
    }

    private Sort sort() {
        List<Sort> sorts = Sort.of(kind);
        Optional<String> asked = parameters.text("sort");
        if (asked.isEmpty()) {
            return sorts.get(0);
        }
        List<String> words = sorts.stream().map(Sort::word).toList();
        Sort sort = Sort.of(kind, asked.get()).orElseThrow(() -> Problem.parameter("sort", ErrorCode.UNKNOWN_VALUE,
                "'" + CleanText.shown(asked.get()) + "' is not one of " + String.join(", ", words)
                        + NearestMatch.hint(asked.get(), words)));
        if (sort.equals(Sort.RELEVANCE) && parameters.text("q").isEmpty()) {
            throw Problem.parameter("sort", ErrorCode.RULE, "'relevance' needs 'q': nothing to be relevant to");
        }
        return sort;
    }

    private int limit() {
        return (int) parameters.number("limit", 1, Limits.PAGE_MOST, Limits.PAGE);
    }
}
