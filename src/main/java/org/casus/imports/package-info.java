/**
 * What is loaded in bulk: the event types and the dossier that ship with the software, and files of analysts, which are
 * spooled to disk, worked off batch by batch in the background, and have a receipt for every row.
 */
package org.casus.imports;
