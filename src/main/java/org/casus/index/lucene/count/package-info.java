/**
 * Aggregates the events that match a query. {@link org.casus.index.lucene.count.LuceneCounts} counts them by dimension: a
 * {@link org.casus.index.lucene.count.GroupBy} maps each document to numbers,
 * {@link org.casus.index.lucene.count.CountCollector} counts by these numbers, and
 * {@link org.casus.index.lucene.count.CountRowBuilder} builds the rows.
 * {@link org.casus.index.lucene.count.CellAggregation} aggregates by the cells of a map grid.
 */
package org.casus.index.lucene.count;
