/**
 * Queries in the project's own terms: filters, search text, sort orders, pages and {@code asOf}. Request parameters are parsed
 * once, into a {@link org.casus.query.ListQuery}, {@link org.casus.query.CountQuery} or {@link org.casus.query.ClusterQuery},
 * which is valid by construction. The interfaces that take these queries are in {@code readmodel}:
 * {@link org.casus.readmodel.ReadModel} (an index that follows the ledger), {@link org.casus.readmodel.Projection} (how a view
 * becomes a {@link org.casus.readmodel.Document} of the index) and {@link org.casus.readmodel.Revisions} (the revision number
 * that an {@code asOf} stands for). The package depends on no search engine, no entity and no JSON writer.
 */
package org.casus.query;
