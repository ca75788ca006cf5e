/**
 * Events: who did what to whom, where and when, and who reports it. {@link org.casus.event.Event} is the truth,
 * {@link org.casus.event.EventInput} what a client sends, {@link org.casus.event.EventView} what it gets;
 * {@link org.casus.event.Events} joins them for the archive and the indexer.
 */
package org.casus.event;
