package org.casus.readmodel;

import java.util.Optional;
import org.casus.model.ResourceDescriptor;
import org.casus.model.View;
import org.casus.readmodel.names.DirectoryEntry;

/**
 * How the read model sees one kind of resource. It depends on the view alone, so that a rebuild gives what following gave.
 *
 * @param <V> the view of that kind
 */
public interface Projection<V extends View> {

    /** Returns the classes of the resource type. */
    ResourceDescriptor<?, ?, V> descriptor();

    /** The document of a state. */
    Document project(V view);

    /** Returns the directory entry of a state; empty for kinds that the directory does not hold. */
    default Optional<DirectoryEntry> entryOf(V view) {
        return Optional.empty();
    }
}
