/**
 * The ledger: every change of anything is a numbered revision, 1, 2, 3 … without a gap, and the state that it ended is kept.
 */
package org.casus.ledger;
