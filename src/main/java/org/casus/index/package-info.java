/**
 * Follows the ledger and fills the read model. {@link org.casus.index.Indexer} reads everything that changed since the
 * last applied revision in one transaction that sees one state of the database, and passes it to the read model. It
 * rebuilds the read model if none exists. {@link org.casus.index.LedgerFollower} decides when applied changes become
 * visible. The package knows resources through {@link org.casus.ledger.write.ResourceType} and no entity by name.
 * {@code index.lucene} is the engine.
 */
package org.casus.index;
