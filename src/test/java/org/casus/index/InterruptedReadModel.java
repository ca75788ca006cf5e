package org.casus.index;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.query.ClusterQuery;
import org.casus.query.CountQuery;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Document;
import org.casus.readmodel.Extent;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.DirectoryView;

/** A read model in whose building, after the events were brought, something happens. */
record InterruptedReadModel(ReadModel model, Runnable happening, AtomicBoolean happened) implements ReadModel {

    InterruptedReadModel(ReadModel model, Runnable happening) {
        this(model, happening, new AtomicBoolean());
    }

    @Override
    public void apply(Changes changes, DirectoryView directory) {
        model.apply(changes, directory);
        List<Document> brought = changes.current();
        if (!brought.isEmpty() && brought.get(0).kind() == ResourceKind.EVENT && !happened.getAndSet(true)) {
            happening.run();
        }
    }

    @Override
    public long revision() {
        return model.revision();
    }

    @Override
    public Lookup find(ResourceKind kind, String id, OptionalLong asOf) {
        return model.find(kind, id, asOf);
    }

    @Override
    public Page list(ListQuery query, OptionalLong asOf) {
        return model.list(query, asOf);
    }

    @Override
    public Counts counts(CountQuery query, OptionalLong asOf) {
        return model.counts(query, asOf);
    }

    @Override
    public Extent extent(ResourceKind kind, List<Filter> filters, OptionalLong asOf) {
        return model.extent(kind, filters, asOf);
    }

    @Override
    public Clusters clusters(ClusterQuery query, OptionalLong asOf) {
        return model.clusters(query, asOf);
    }

    @Override
    public boolean knows(ResourceKind kind, String id, long revision) {
        return model.knows(kind, id, revision);
    }

    @Override
    public DirectoryView names(long revision) {
        return model.names(revision);
    }

    @Override
    public long resumeFrom() {
        return model.resumeFrom();
    }

    @Override
    public void clear() {
        model.clear();
    }

    @Override
    public void standingBelow(Collection<ResourceKey> entries, Consumer<List<ResourceKey>> portions) {
        model.standingBelow(entries, portions);
    }

    @Override
    public void publish(long revision) {
        model.publish(revision);
    }

    @Override
    public void keep() {
        model.keep();
    }
}
