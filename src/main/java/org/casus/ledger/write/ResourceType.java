package org.casus.ledger.write;

import java.util.List;
import java.util.Optional;
import org.casus.ledger.VersionedEntity;
import org.casus.model.Reference;
import org.casus.model.ResourceDescriptor;
import org.casus.model.ResourceKind;
import org.casus.model.View;

/**
 * One kind of resource, as the archive and the indexer see it. Each kind implements it once, beside its entity.
 *
 * @param <E> the entity: the truth
 * @param <I> the input: what a client may send
 * @param <V> the view: what a client gets, and what the ledger keeps
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

    /** Gives the entity the content of the input. What the input refers to, and is not there, is noted. */
    void change(E entity, I input, ReferenceResolver referenceResolver);

    V viewOf(E entity);

    /** Returns the text that an id is made of where the client gives none. */
    String titleOf(I input);

    /** The dataset that the state belongs to, where it does to one. */
    default Optional<String> datasetOf(V view) {
        return Optional.empty();
    }

    /** Returns the direct parents of a state, in a hierarchy without cycles. */
    default List<Reference> above(V view) {
        return List.of();
    }

    /**
     * Checks that need all other writers to stand still: called while the head is locked, on the way to a number, where
     * what the state stands below has changed.
     *
     * @throws org.casus.http.problem.Problem if the change may not stand
     */
    default void settle(E entity) {
    }
}
