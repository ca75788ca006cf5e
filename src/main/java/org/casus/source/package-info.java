/**
 * Sources: publications, with their publisher and date. Reports of events and statements refer to them. A client sends a
 * {@link org.casus.source.SourceInput}; {@link org.casus.source.Sources} copies it into the entity {@link org.casus.source.Source},
 * turns the entity into a {@link org.casus.source.SourceView} for clients and the ledger, and turns the view into an index document.
 */
package org.casus.source;
