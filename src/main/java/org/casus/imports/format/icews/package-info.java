/**
 * The format of ICEWS, the Integrated Crisis Early Warning System. {@link org.casus.imports.format.icews.Icews} recognises a file by
 * the names of its columns, and its layout makes each row, an event coded by CAMEO, a draft with its actors, place and source.
 */
package org.casus.imports.format.icews;
