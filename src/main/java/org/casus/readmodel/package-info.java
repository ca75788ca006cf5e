/**
 * The interface between reads and the index. {@link org.casus.readmodel.ReadModel} follows the ledger and holds a
 * {@link org.casus.readmodel.Document} for each state of each resource; it answers the queries of {@code org.casus.query} with
 * templates, counts and clusters. {@link org.casus.readmodel.Revisions} resolves an {@code asOf} to a revision. The package
 * depends on no search engine, no entity and no JSON writer.
 */
package org.casus.readmodel;
