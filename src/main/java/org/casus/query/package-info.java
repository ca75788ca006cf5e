/**
 * Queries in the project's own terms: filters, search text, sorting, pages and {@code asOf}, parsed once from parameters into a
 * {@link org.casus.query.ListQuery} that cannot be wrong. The ports that answer them are {@link org.casus.readmodel.ReadModel} (an index that follows the ledger),
 * {@link org.casus.readmodel.Projection} (how a view becomes a {@link org.casus.readmodel.Document} for it) and
 * {@link org.casus.readmodel.Revisions} (what number an {@code asOf} means). No engine, no entity, no JSON writer.
 */
package org.casus.query;
