/**
 * Follows the ledger. {@link org.casus.index.Indexer} reads what changed since the last revision that it took in, in one
 * transaction that sees one state of the database, and hands it to the read model; it rebuilds the read model when there
 * is none. {@link org.casus.index.LedgerFollower} says when that is shown. It knows resources through {@link org.casus.ledger.write.ResourceType} and no entity by name. {@code index.lucene} is the engine.
 */
package org.casus.index;
