/**
 * Follows the ledger. {@link org.casus.index.Indexer} reads what changed since the last published revision, in one
 * repeatable-read transaction, and hands it to the read model; it rebuilds the read model when there is none. It
 * knows resources through {@link org.casus.ledger.Kind} and no entity by name. {@code index.lucene} is the engine.
 */
package org.casus.index;
