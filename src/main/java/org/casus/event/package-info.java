/**
 * Events: who did what to whom, where and when, and which sources report it. A client sends an
 * {@link org.casus.event.EventInput}; {@link org.casus.event.Events} copies it into the entity {@link org.casus.event.Event}, turns the
 * entity into an {@link org.casus.event.EventView} for clients and the ledger, and turns the view into an index document.
 */
package org.casus.event;
