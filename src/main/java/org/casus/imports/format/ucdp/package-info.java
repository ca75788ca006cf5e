/**
 * The format of UCDP GED, the Georeferenced Event Dataset of the Uppsala Conflict Data Program.
 * {@link org.casus.imports.format.ucdp.UcdpGed} recognises a file, and {@link org.casus.imports.format.ucdp.GedLayout} makes each row
 * a draft of an event, with its conflict and dyad as events of their own and with the articles that it cites.
 */
package org.casus.imports.format.ucdp;
