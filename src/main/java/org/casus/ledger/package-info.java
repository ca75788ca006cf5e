/**
 * The ledger: every change of anything is a numbered revision, 1, 2, 3 … without a gap, and the state that it ended is
 * kept. {@link org.casus.ledger.write.Archive} is the one write path: entity rows and revision rows in one transaction.
 * It knows kinds of resource only through the port {@link org.casus.ledger.write.Kind}. {@code ledger.feed} reads the
 * ledger out.
 */
package org.casus.ledger;
