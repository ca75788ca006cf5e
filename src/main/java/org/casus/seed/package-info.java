/**
 * The data that ships with the software: the event types and the dossiers. When the application starts,
 * {@link org.casus.seed.SeedData} reads it with {@link org.casus.seed.BundledData} and writes it with the write service that all
 * clients use, so that every resource becomes a revision of the ledger.
 */
package org.casus.seed;
