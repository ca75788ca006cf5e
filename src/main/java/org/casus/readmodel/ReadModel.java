package org.casus.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.query.ClusterQuery;
import org.casus.query.CountQuery;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.Position;
import org.casus.readmodel.names.DirectoryView;

/**
 * The port that answers reads. It holds every state of every resource and follows the ledger: {@link #apply} takes changes,
 * {@link #publish} shows them, all at once. Every result comes from one published revision.
 */
public interface ReadModel {

    /** A resource found, in the state asked for. */
    record Stored(Template template) {

        public String id() {
            return template.id();
        }

        /** The revision at which the state began. */
        public long revision() {
            return template.revision();
        }
    }

    /** The result of looking up an id. */
    sealed interface Lookup {
    }

    record Present(Stored resource, DirectoryView names) implements Lookup {
    }

    /** It was deleted. */
    record Gone(long revision, String reason) implements Lookup {
    }

    record Absent() implements Lookup {
    }

    /** A page of a list. */
    record Page(List<Stored> items, long total, DirectoryView names, Optional<Position> next) {

        /** The revision that the page shows. */
        public long revision() {
            return names.revision();
        }
    }

    /** The revision that reads see now. */
    long revision();

    /** @param asOf a published revision, or empty for now */
    Lookup find(ResourceKind kind, String id, OptionalLong asOf);

    /** @param asOf a published revision, or empty for now */
    Page list(ListQuery query, OptionalLong asOf);

    /**
     * @param asOf a published revision, or empty for now
     * @throws org.casus.http.problem.Problem 400 if that would be too many rows
     */
    Counts counts(CountQuery query, OptionalLong asOf);

    /**
     * @param asOf a published revision, or empty for now
     * @throws org.casus.http.problem.Problem 400 if that would be too many cells
     */
    Clusters clusters(ClusterQuery query, OptionalLong asOf);

    /**
     * Where and when all resources of a kind are that meet the filters. Looks at each of them.
     *
     * @param asOf a published revision, or empty for now
     */
    Extent extent(ResourceKind kind, List<Filter> filters, OptionalLong asOf);

    /** A whole list, item after item, at one revision; for one thread. */
    interface Walk extends AutoCloseable {

        long total();

        DirectoryView names();

        /** The next item in the query's order; empty when there is none left. */
        Optional<Stored> next();

        @Override
        void close();
    }

    /**
     * Walks through all of a list; the query's limit and position are left out of account.
     *
     * @param asOf a published revision, or empty for now
     */
    default Walk walk(ListQuery query, OptionalLong asOf) {
        return new PagedWalk(this, query, asOf);
    }

    /** Whether the id exists, or existed, by a revision. */
    boolean knows(ResourceKind kind, String id, long revision);

    /** Returns the names and parents of resources at a published revision. */
    DirectoryView names(long revision);

    /** A state that ended; with {@code reason} where the resource was deleted with it. */
    record Superseded(Document state, long ended, Optional<String> reason) {
    }

    /** Changes to apply: states that hold now, resources that were deleted, states that ended. */
    record Changes(List<Document> current, List<ResourceKey> removed, List<Superseded> superseded) {
    }

    /** The revision up to which changes were kept through the last stop; -1 if there is nothing and all is to be brought. */
    long resumeFrom();

    /**
     * Opens again, as it was kept, what a failure such as a full disk has closed for good.
     *
     * @return whether there was need to: then what came after {@link #resumeFrom} is to be brought again
     */
    default boolean reopen() {
        return false;
    }

    /** Forgets everything. */
    void clear();

    /**
     * Takes changes, to be shown when they are published. Taking the same again changes nothing. Called by one thread;
     * after {@link #clear}, until what is there is published, several may bring current states at once.
     */
    void apply(Changes changes, DirectoryView directory);

    /**
     * Hands over the resources that now stand at or below any of these entries, by all that was taken, shown or not:
     * some at a time, since they may be all that there are. Called by who applies.
     */
    void standingBelow(Collection<ResourceKey> entries, Consumer<List<ResourceKey>> portions);

    /** Shows all that was taken, as the state at a revision. */
    void publish(long revision);

    /** Keeps what was published, so that a start resumes from there. */
    void keep();
}
