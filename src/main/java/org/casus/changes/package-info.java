/**
 * Read access to the ledger: the changes of all resources or of one. {@link org.casus.changes.ChangeFeed} parses the query parameters,
 * reads revisions from the database and returns them as a {@link org.casus.changes.ChangePage}. For clients that ask for server-sent
 * events, {@link org.casus.changes.ChangeStreams} sends each {@link org.casus.changes.Change} as soon as this node sees its revision.
 */
package org.casus.changes;
