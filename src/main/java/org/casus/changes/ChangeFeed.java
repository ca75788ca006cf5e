package org.casus.changes;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.http.Limits;
import org.casus.http.PublicAddress;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.json.EnumNames;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.ledger.Difference;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Revision;
import org.casus.ledger.write.ResourceHistory;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;

/** Reads changes from the ledger, up to the latest revision that is visible to reads on this node. */
@Singleton
public class ChangeFeed {

    static final Set<String> OF_STREAM = Set.of("after", "upTo", "kind", "dataset");
    static final Set<String> OF_ALL = Set.of("after", "upTo", "kind", "dataset", "limit");
    static final Set<String> OF_ONE = Set.of("after", "limit");

    private final Follower follower;
    private final UpdateDifferences updateDifferences;
    private final ResourceHistory resourceHistory;
    private final PublicAddress address;

    ChangeFeed(Follower follower, UpdateDifferences updateDifferences, ResourceHistory resourceHistory, PublicAddress address) {
        this.follower = follower;
        this.updateDifferences = updateDifferences;
        this.resourceHistory = resourceHistory;
        this.address = address;
    }

    /**
     * The filter of a request for revisions.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    record Wanted(long after, long upTo, Optional<ResourceKind> kind, Optional<String> dataset, Optional<String> id) {

        /** Returns this filter with another start and an end of at most the given one. */
        Wanted after(long number, long most) {
            return new Wanted(number, Math.min(upTo, most), kind, dataset, id);
        }
    }

    /**
     * Parses the filter of a request.
     *
     * @throws Problem 400 if no revision can ever match, for example if the dataset is unknown; a stream would wait in vain
     */
    Wanted wanted(QueryParameters parameters) {
        long after = parameters.number("after", 0, Long.MAX_VALUE, 0);
        long upTo = parameters.number("upTo", 0, Long.MAX_VALUE, Long.MAX_VALUE);
        if (after > upTo) {
            throw Problem.parameter("upTo", ErrorCode.RANGE, "'upTo' lies before 'after'");
        }
        Optional<String> dataset = parameters.text("dataset");
        dataset.filter(id -> !isKnown(ResourceKind.DATASET, id)).ifPresent(id -> {
            throw Problem.parameter("dataset", ErrorCode.UNKNOWN_REFERENCE, "there is no dataset '" + CleanText.shown(id)
                    + "'; GET /datasets lists them");
        });
        return new Wanted(checkReached("after", after), upTo, parameters.text("kind").map(ChangeFeed::kind), dataset,
                Optional.empty());
    }

    /**
     * Returns the revision if the ledger has reached it. It need not be visible on this node: the client may have it from another one.
     *
     * @throws Problem 400 if the revision is after the latest one in the ledger
     */
    long checkReached(String name, long revision) {
        if (revision > follower.visible()) {
            long head = Transactions.read(LedgerHead::number);
            if (revision > head) {
                throw Problem.parameter(name, ErrorCode.RANGE, "revision " + revision + " is not yet written; the latest is " + head);
            }
        }
        return revision;
    }

    private boolean isKnown(ResourceKind kind, String id) {
        return Slug.isValid(id) && Transactions.read(() -> resourceHistory.knows(kind, id));
    }

    private static ResourceKind kind(String word) {
        List<String> words = EnumNames.of(ResourceKind.class);
        return EnumNames.read(ResourceKind.class, word).orElseThrow(() -> Problem.parameter("kind",
                ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(word) + "' is not one of " + String.join(", ", words)
                        + NearestMatch.hint(word, words)));
    }

    /** Returns a page of the changes of all resources. */
    ChangePage all(UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_ALL);
        return page("/changes", uri, wanted(parameters), parameters);
    }

    /**
     * Returns a page of the revisions of one resource, which may be deleted.
     *
     * @throws Problem 404 if the resource has never existed
     */
    public ChangePage of(ResourceKind kind, String id, UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_ONE);
        if (!isKnown(kind, id)) {
            throw Problem.notFound("there is no " + kind.token() + " '" + CleanText.shown(id) + "', and never was");
        }
        long after = parameters.number("after", 0, Long.MAX_VALUE, 0);
        Wanted wanted = new Wanted(after, Long.MAX_VALUE, Optional.of(kind), Optional.empty(), Optional.of(id));
        return page("/" + kind.collection() + "/" + id + "/revisions", uri, wanted, parameters);
    }

    private ChangePage page(String below, UriInfo uri, Wanted wanted, QueryParameters parameters) {
        String base = address.path();
        int limit = (int) parameters.number("limit", 1, Limits.PAGE_MOST, Limits.PAGE);
        long visible = follower.visible();
        List<Change> found = Transactions.read(() -> {
            List<Revision> rows = rows(wanted.after(wanted.after(), visible), limit + 1);
            Map<Long, List<Difference>> changed = updateDifferences.of(rows.subList(0, Math.min(rows.size(), limit)));
            return rows.stream().map(row -> Change.of(row, base, changed.get(row.number))).toList();
        });
        List<Change> shown = found.subList(0, Math.min(found.size(), limit));
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(base + below, uri.getQueryParameters()));
        if (found.size() > limit) {
            Map<String, List<String>> further = new LinkedHashMap<>(uri.getQueryParameters());
            further.put("after", List.of(Long.toString(shown.get(limit - 1).revision())));
            links.put("next", Urls.of(base + below, further));
        }
        return new ChangePage(shown, visible, links);
    }

    /**
     * Reads changes, without the differences of updates.
     *
     * @param base the path of the service, for links
     */
    List<Change> read(Wanted wanted, int limit, String base) {
        return Transactions.read(
                () -> rows(wanted, limit).stream().map(row -> Change.of(row, base)).toList());
    }

    private List<Revision> rows(Wanted wanted, int limit) {
        if (wanted.id().isPresent()) {
            return resourceHistory.of(wanted.kind().orElseThrow(), wanted.id().get(), wanted.after(), wanted.upTo(), limit);
        }
        if (wanted.dataset().isEmpty()) {
            return rows(wanted, limit, "from Revision r where true", "r").toList();
        }
        // two queries: with one query and an OR, a database would scan all revisions
        Stream<Revision> within = rows(wanted, limit, "from Revision r where r.dataset = :dataset", "r");
        Stream<Revision> left = rows(wanted, limit, "select r from SupersededState e join Revision r on r.number = e.number"
                + " where e.dataset = :dataset and r.dataset <> :dataset", "e");
        return Stream.concat(within, left).sorted(Comparator.comparingLong(row -> row.number)).limit(limit).toList();
    }

    private static Stream<Revision> rows(Wanted wanted, int limit, String which, String numbered) {
        TypedQuery<Revision> rows = Panache.getEntityManager()
                .createQuery(which + (wanted.kind().isPresent() ? " and r.kind = :kind" : "")
                        + " and " + numbered + ".number > :after and " + numbered + ".number <= :upTo order by " + numbered
                        + ".number", Revision.class)
                .setParameter("after", wanted.after())
                .setParameter("upTo", wanted.upTo())
                .setMaxResults(limit);
        wanted.kind().ifPresent(kind -> rows.setParameter("kind", kind));
        wanted.dataset().ifPresent(dataset -> rows.setParameter("dataset", dataset));
        return rows.getResultList().stream();
    }
}
