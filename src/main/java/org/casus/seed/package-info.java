/**
 * The data that ship with the software: the event types and the dossiers. When the application starts,
 * {@link org.casus.seed.SeedData} reads them as {@link org.casus.seed.BundledData} and writes them through the same write service as
 * all clients do, so that they become revisions of the ledger.
 */
package org.casus.seed;
