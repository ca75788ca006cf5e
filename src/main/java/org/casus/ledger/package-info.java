/**
 * The ledger records every change of a resource as a numbered revision: 1, 2, 3 … without a gap. A revision never changes.
 *
 * <p>The current state of a resource is its entity row. When a revision updates or deletes the resource, the previous state is stored
 * as a {@link org.casus.ledger.SupersededState}, so the state at any revision can be read again. {@link org.casus.ledger.LedgerHead}
 * gives out the numbers under a row lock, and {@link org.casus.ledger.LedgerClock} their times. The package
 * {@link org.casus.ledger.write} writes; a {@link org.casus.ledger.Follower} reads the new revisions and indexes them.
 */
package org.casus.ledger;
