/**
 * The read model in Lucene: for events and for everything else two indexes each, {@code current} with one document for
 * each live resource and {@code superseded} with every state that ended. Current documents carry all that stands above
 * what they refer to; superseded ones carry direct references, and a query as of the past is expanded through the
 * directory as it stood then. Lucene is known nowhere else.
 *
 * <p>{@code index.lucene.query} compiles filters and finds what matches, {@code index.lucene.count} aggregates matches, and
 * {@code index.lucene.segment} holds what is known of one segment.
 */
package org.casus.index.lucene;
