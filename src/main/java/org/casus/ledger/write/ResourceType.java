package org.casus.ledger.write;

import java.util.List;
import java.util.Optional;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Reference;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.model.View;

/**
 * A type of resource as the write service and the indexer see it. It is implemented once for each type, next to the entity.
 *
 * @param <E> the entity, which holds the current state
 * @param <I> the input, which a client sends
 * @param <V> the view, which a client gets and the ledger stores
 */
public interface ResourceType<E extends VersionedEntity, I, V extends View> {

    /** Returns the classes of the resource type. */
    ResourceDescriptor<E, I, V> descriptor();

    /** Returns the name of the resource type. */
    default ResourceKind name() {
        return descriptor().kind();
    }

    /** Returns the class of its entities. */
    default Class<E> entity() {
        return descriptor().entity();
    }

    /** Returns the class of its inputs. */
    default Class<I> input() {
        return descriptor().input();
    }

    /** Returns the class of its views. */
    default Class<V> view() {
        return descriptor().view();
    }

    /** Returns a new entity without content. */
    default E blank() {
        return descriptor().constructor().get();
    }

    /** Copies the content of the input to the entity. The resolver notes references to resources that do not exist. */
    void change(E entity, I input, ReferenceResolver resolver);

    /** Returns the current state of an entity. */
    V viewOf(E entity);

    /** Returns the text from which an id is made if the client does not choose one. */
    String titleOf(I input);

    /** Returns the dataset to which a state belongs, if any. */
    default Optional<String> datasetOf(V view) {
        return Optional.empty();
    }

    /** Returns the direct parents of a state, in a hierarchy without cycles. */
    default List<Reference> parentsOf(V view) {
        return List.of();
    }

    /**
     * Runs the checks during which no other writer may commit, such as the search for cycles. Called before the commit while the
     * ledger head is locked, if the parents of the entity have changed.
     *
     * @throws org.casus.http.problem.Problem if the change is not allowed
     */
    default void refuseCycles(E entity) {
    }
}
