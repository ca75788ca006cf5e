package org.casus.readmodel;

import java.util.Optional;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.readmodel.names.DirectoryEntry;

/**
 * Maps the states of one resource type to documents of the read model. The result depends on the view only, so that a rebuild
 * yields the same index as following the ledger did.
 *
 * @param <V> the view of that resource type
 */
public interface Projection<V extends View> {

    /** Returns the resource type. */
    ResourceKind name();

    /** Returns the view class of the resource type. */
    Class<V> view();

    /** Returns the document of a state. */
    Document project(V view);

    /** Returns the directory entry of a state; empty for resource types that have no entries in the directory. */
    default Optional<DirectoryEntry> entryOf(V view) {
        return Optional.empty();
    }
}
