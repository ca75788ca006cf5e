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

/** Parses request parameters into list queries. Throws {@link Problem} 400 for invalid parameters. */
public final class QueryParser {

    /** The parameters that choose the format and the members of the response; they are read where responses are written. */
    public static final List<String> MANNERS = List.of("f", "fields");
    /** The parameters of exports: whether the whole list is written, and what a manifest describes. */
    public static final List<String> EXPORT = List.of("all", "of");

    private static final Map<ResourceKind, Set<String>> NAMES = new ConcurrentHashMap<>();

    private final ResourceKind kind;
    private final QueryParameters parameters;

    private QueryParser(ResourceKind kind, Map<String, List<String>> given) {
        this.kind = kind;
        this.parameters = new QueryParameters(given, namesFor(kind));
    }

    /** A parsed query and the point in time at which it reads the data: the revision of the cursor, if there is one. */
    public record Parsed(ListQuery query, AsOf asOf) {
    }

    public static Parsed parse(ResourceKind kind, Map<String, List<String>> given) {
        return new QueryParser(kind, given).parse();
    }

    /** Returns the names of all parameters that a list of the resource type takes. */
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

    /** Moves a query for the first page to the position of {@code cursor}; the moment comes from the cursor or {@code asOf}. */
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
