/** Aggregates matches: counts by dimension, and cells of a map. */
package org.casus.index.lucene.count;
