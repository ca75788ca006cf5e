package org.casus.model;

import java.util.function.Supplier;

/**
 * The classes that implement a resource type.
 *
 * @param kind the resource type
 * @param entity the entity class, which is stored in the database
 * @param constructor creates an empty entity
 * @param input the class of request bodies
 * @param view the class of response bodies, which the ledger stores too
 * @param <E> the entity
 * @param <I> the input
 * @param <V> the view
 */
public record ResourceDescriptor<E, I, V extends View>(ResourceKind kind, Class<E> entity, Supplier<E> constructor, Class<I> input,
        Class<V> view) {
}
