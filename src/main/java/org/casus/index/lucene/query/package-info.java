/**
 * Compiles queries and runs them. A query has a {@link org.casus.index.lucene.query.QueryContext} on one
 * {@link org.casus.index.lucene.query.Snapshot}; a {@link org.casus.index.lucene.query.Matcher} compiles its filters, and
 * {@link org.casus.index.lucene.query.Matches} are the documents that meet them.
 */
package org.casus.index.lucene.query;
