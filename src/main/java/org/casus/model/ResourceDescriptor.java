package org.casus.model;

import java.util.function.Supplier;

/**
 * The classes that make up a resource type.
 *
 * @param kind its name
 * @param entity what the database keeps
 * @param constructor makes a new entity without content
 * @param input what a client may send
 * @param view what a client gets, and what the ledger keeps
 * @param <E> the entity
 * @param <I> the input
 * @param <V> the view
 */
public record ResourceDescriptor<E, I, V extends View>(ResourceKind kind, Class<E> entity, Supplier<E> constructor, Class<I> input,
        Class<V> view) {
}
