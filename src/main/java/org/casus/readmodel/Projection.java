package org.casus.readmodel;

import java.util.Optional;
import org.casus.model.ResourceDescriptor;
import org.casus.model.View;
import org.casus.readmodel.names.DirectoryEntry;

/**
 * Maps the states of one resource type to documents of the read model. The result depends on the view only, so that a rebuild
 * yields the same index as following the ledger did.
 *
 * @param <V> the view of that resource type
 */
public interface Projection<V extends View> {

    /** Returns the classes of the resource type. */
    ResourceDescriptor<?, ?, V> descriptor();

    /** Returns the document of a state. */
    Document project(V view);

    /** Returns the directory entry of a state; empty for resource types that have no entries in the directory. */
    default Optional<DirectoryEntry> entryOf(V view) {
        return Optional.empty();
    }
}
