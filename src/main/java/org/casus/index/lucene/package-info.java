/**
 * The read model in Lucene: for events and for everything else two indexes each, {@code current} with one document for
 * each live resource and {@code superseded} with every state that ended. Current documents carry all that stands above
 * what they refer to; superseded ones carry direct references, and a question about the past is expanded through the
 * directory as it stood then. Lucene is known nowhere else.
 *
 * <p>A question takes a {@code Look} at one {@code Snapshot}, from one or two {@code Vantage}s. The {@code Selector}
 * compiles its filters, and a {@code Selection} is what they select: counted by the bits that {@code Segments} keeps of
 * conditions that many documents meet, walked {@code NewestFirst} as events lie, counted by dimension
 * ({@code LuceneCounts}) or by cell ({@code CellTally}). Other orders are Lucene's to make.
 */
package org.casus.index.lucene;
