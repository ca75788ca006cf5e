/** The ledger, read out: all changes or those of one resource, as pages or as a stream of server-sent events. */
package org.casus.changes;
