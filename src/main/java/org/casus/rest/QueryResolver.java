package org.casus.rest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.query.AsOf;
import org.casus.query.Filter;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.Revisions;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryView;

/** Resolves the revision that a query reads and the references in its filters. */
@Singleton
public class QueryResolver {

    private final ReadModel model;
    private final Revisions revisions;
    private final TaxonomyCodes taxonomyCodes;

    QueryResolver(ReadModel model, Revisions revisions) {
        this.model = model;
        this.revisions = revisions;
        this.taxonomyCodes = new TaxonomyCodes(model);
    }

    /** Returns the revision of {@code asOf}, after waiting until this node has it; empty for now. */
    public OptionalLong resolve(AsOf asOf) {
        return resolve(asOf, "asOf");
    }

    private OptionalLong resolve(AsOf asOf, String parameter) {
        long visible = revisions.visible();
        if (asOf instanceof AsOf.Now) {
            return OptionalLong.empty();
        }
        long revision = number(asOf, parameter);
        if (revision > visible) {
            await(revision, parameter);
        }
        return OptionalLong.of(revision);
    }

    private long number(AsOf asOf, String parameter) {
        if (asOf instanceof AsOf.Number number) {
            return number.revision();
        }
        EventLoopDispatch.mayWait();
        return asOf instanceof AsOf.Release release ? revisions.at(release) : revisions.at((AsOf.Moment) asOf, parameter);
    }

    private void await(long revision, String parameter) {
        EventLoopDispatch.mayWait();
        long head = revisions.head();
        if (revision > head) {
            throw Problem.parameter(parameter, ErrorCode.RANGE, "revision " + revision
                    + " is not yet written; the latest is " + head + ": " + parameter + "=" + head);
        }
        revisions.await(revision);
    }

    /**
     * Returns the filters as the read model takes them: codes of other taxonomies become event types, moments become revisions.
     *
     * @throws Problem 400 for a reference to nothing, instead of an empty result without explanation
     */
    public List<Filter> understood(List<Filter> filters, OptionalLong asOf) {
        List<Filter> understood = new ArrayList<>();
        for (Filter filter : taxonomyCodes.resolve(filters, asOf)) {
            if (filter instanceof Filter.Values values) {
                checkReferences(values, asOf);
            } else if (filter instanceof Filter.Participation participation) {
                checkReferences(participation.actors(), asOf);
            }
            understood.add(filter instanceof Filter.ChangedSince changed ? numbered(changed, asOf) : filter);
        }
        return understood;
    }

    /**
     * Resolves {@code changedSince} to a revision. One after {@code asOf} is always rejected: whether that revision exists by now must
     * not affect a response that never changes.
     */
    private Filter numbered(Filter.ChangedSince changed, OptionalLong asOf) {
        long since = changed.since() instanceof AsOf.Number number && asOf.isPresent()
                ? number.revision()
                : resolve(changed.since(), "changedSince").orElseThrow();
        if (asOf.isPresent() && since > asOf.getAsLong()) {
            throw Problem.parameter("changedSince", ErrorCode.RANGE, "'changedSince' lies after revision "
                    + asOf.getAsLong() + ", which 'asOf' asks for");
        }
        return new Filter.ChangedSince(new AsOf.Number(since));
    }

    private void checkReferences(Filter.Values filter, OptionalLong asOf) {
        if (!filter.field().refersTo().isEmpty()) {
            long revision = asOf.orElseGet(revisions::visible);
            filter.values().forEach(value -> checkReference(filter, value, revision));
        }
    }

    private void checkReference(Filter.Values filter, String value, long revision) {
        List<ResourceKind> kinds = filter.field().refersTo();
        if (kinds.stream().noneMatch(kind -> model.knows(kind, value, revision))) {
            // the nearest match is searched among all ids, which takes time
            EventLoopDispatch.query(QueryClass.SHORT);
            DirectoryView names = model.names(revision);
            List<String> candidates = kinds.stream()
                    .filter(Directory.KINDS::contains)
                    .flatMap(kind -> names.ids(kind).stream())
                    .toList();
            String lookup = String.join(", ", kinds.stream().map(kind -> "/" + kind.collection() + "?q=" + value).toList());
            String hint = NearestMatch.to(value, candidates)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; look ids up by name: " + lookup);
            String what = String.join(", ", kinds.stream().map(ResourceKind::token).toList());
            throw Problem.parameter(filter.parameter(), ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + what + " '" + value + "' at revision " + revision + hint);
        }
    }
}
