/**
 * Access to the database, which is H2 in this process or a PostgreSQL server. All code begins its transactions with
 * {@link org.casus.store.Transactions}, which sets timeouts and lets only one thread at a time write to H2.
 *
 * <p>The other classes deal with failures of the databases: constraint violations, lock timeouts, broken connections, and an H2 store
 * that closes itself when its file cannot be written.
 */
package org.casus.store;
