/**
 * The read model in Lucene: two indexes each for events and for all other resources. {@code current} has one document for
 * each live resource, and {@code superseded} has every state that ended. Current documents carry all ancestors of the
 * resources that they refer to. Superseded documents carry direct references, and a query as of the past is expanded
 * through the name directory as of that revision. Lucene is used nowhere else.
 *
 * <p>{@code index.lucene.query} compiles filters and finds matches, {@code index.lucene.count} aggregates matches, and
 * {@code index.lucene.segment} holds data of single segments.
 */
package org.casus.index.lucene;
