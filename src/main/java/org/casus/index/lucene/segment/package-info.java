/**
 * Data of single index segments, which are immutable: field names, start and end times, and points.
 * {@link org.casus.index.lucene.segment.SegmentCache} keeps such data while a segment is open. A
 * {@link org.casus.index.lucene.segment.DocIterator} returns the documents that meet one condition, and
 * {@link org.casus.index.lucene.segment.Conjunction} combines several of them.
 */
package org.casus.index.lucene.segment;
