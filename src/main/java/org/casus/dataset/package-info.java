/**
 * Datasets: collections of events, with their licence and how to cite them. A client sends a
 * {@link org.casus.dataset.DatasetInput}; {@link org.casus.dataset.Datasets} copies it into the entity
 * {@link org.casus.dataset.Dataset}, turns the entity into a {@link org.casus.dataset.DatasetView} for clients and the ledger, and turns
 * the view into an index document. {@link org.casus.dataset.DatasetResource} also lists the releases that were imported.
 */
package org.casus.dataset;
