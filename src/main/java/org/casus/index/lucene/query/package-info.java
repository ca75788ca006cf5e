/**
 * Compiles queries and runs them. Each query has a {@link org.casus.index.lucene.query.QueryContext} on one
 * {@link org.casus.index.lucene.query.Snapshot}. A {@link org.casus.index.lucene.query.Matcher} compiles its filters, and
 * {@link org.casus.index.lucene.query.Matches} holds the matching documents.
 */
package org.casus.index.lucene.query;
