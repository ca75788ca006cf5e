/**
 * The format of ACLED, Armed Conflict Location and Event Data. {@link org.casus.imports.format.acled.Acled} recognises an export by
 * the names of its columns, and its layout makes each row a draft of an event with its actors, place and sources.
 */
package org.casus.imports.format.acled;
