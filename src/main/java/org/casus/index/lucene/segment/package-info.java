/** One segment of an index: its fields, the times and points of its documents, and iterators over them. */
package org.casus.index.lucene.segment;
