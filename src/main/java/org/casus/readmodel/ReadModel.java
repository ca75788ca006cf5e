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
 * The interface to the index that answers reads. It holds every state of every resource and follows the ledger: {@link #apply}
 * adds changes, {@link #publish} makes them visible atomically. Every result is consistent with one published revision.
 */
public interface ReadModel {

    /** A resource in the requested state. */
    record Stored(Template template) {

        public String id() {
            return template.id();
        }

        /** Returns the revision at which the state began. */
        public long revision() {
            return template.revision();
        }
    }

    /** The result of looking up an id. */
    sealed interface Lookup {
    }

    /** The resource exists. */
    record Present(Stored resource, DirectoryView names) implements Lookup {
    }

    /** The resource was deleted. */
    record Gone(long revision, String reason) implements Lookup {
    }

    /** The resource does not exist at the revision and did not exist before it. */
    record Absent() implements Lookup {
    }

    /** A page of a list. */
    record Page(List<Stored> items, long total, DirectoryView names, Optional<Position> next) {

        /** Returns the revision that the page shows. */
        public long revision() {
            return names.revision();
        }
    }

    /** Returns the published revision, which reads see now. */
    long revision();

    /**
     * Looks up a resource by its id.
     *
     * @param asOf a published revision, or empty for now
     */
    Lookup find(ResourceKind kind, String id, OptionalLong asOf);

    /**
     * Returns a page of a list.
     *
     * @param asOf a published revision, or empty for now
     */
    Page list(ListQuery query, OptionalLong asOf);

    /**
     * Counts events.
     *
     * @param asOf a published revision, or empty for now
     * @throws org.casus.http.problem.Problem 400 if the result would have too many rows
     */
    Counts counts(CountQuery query, OptionalLong asOf);

    /**
     * Groups events by the cells of a grid.
     *
     * @param asOf a published revision, or empty for now
     * @throws org.casus.http.problem.Problem 400 if the result would have too many cells
     */
    Clusters clusters(ClusterQuery query, OptionalLong asOf);

    /**
     * Returns the extent of all resources of a type that match the filters. It visits each of them.
     *
     * @param asOf a published revision, or empty for now
     */
    Extent extent(ResourceKind kind, List<Filter> filters, OptionalLong asOf);

    /** An iteration over a whole list at one revision, for use by one thread. */
    interface Walk extends AutoCloseable {

        long total();

        DirectoryView names();

        /** Returns the next item in the order of the query; empty at the end. */
        Optional<Stored> next();

        @Override
        void close();
    }

    /**
     * Iterates over a whole list. The limit and the position of the query are ignored.
     *
     * @param asOf a published revision, or empty for now
     */
    default Walk walk(ListQuery query, OptionalLong asOf) {
        return new PagedWalk(this, query, asOf);
    }

    /** Returns whether the id exists at a revision or existed before it. */
    boolean knows(ResourceKind kind, String id, long revision);

    /** Returns the names and parents of resources at a published revision. */
    DirectoryView names(long revision);

    /** A superseded state, with a {@code reason} if it ended because the resource was deleted. */
    record Superseded(Document state, long ended, Optional<String> reason) {
    }

    /** Changes to apply: current states, deleted resources and superseded states. */
    record Changes(List<Document> current, List<ResourceKey> removed, List<Superseded> superseded) {
    }

    /** Returns the revision up to which changes are stored durably; -1 if the index is empty and must be rebuilt. */
    long resumeFrom();

    /**
     * Reopens, in its last durable state, an index that a failure such as a full disk has closed permanently.
     *
     * @return whether it was reopened: then all changes after {@link #resumeFrom} must be applied again
     */
    default boolean reopen() {
        return false;
    }

    /** Deletes all content. */
    void clear();

    /**
     * Adds changes, which become visible when they are published. Applying the same changes again has no effect. Only one thread
     * calls this method, except between {@link #clear} and the next {@link #publish}: then several may add current states.
     */
    void apply(Changes changes, DirectoryView directory);

    /**
     * Passes to the consumer the keys of the current resources that refer to any of these entries or to a descendant of one.
     * All applied changes are considered, published or not. The keys are passed in portions, because every resource may be
     * among them. Only the thread that applies changes calls this method.
     */
    void standingBelow(Collection<ResourceKey> entries, Consumer<List<ResourceKey>> portions);

    /** Makes all applied changes visible, as the state at a revision. */
    void publish(long revision);

    /** Stores the published state durably, so that the next start resumes from it. */
    void keep();
}
