package org.casus.readmodel;

/** How a view becomes a document. Depends on the view alone, so that a rebuild gives what following gave. */
@FunctionalInterface
public interface Projection<V> {

    Document project(V view);
}
