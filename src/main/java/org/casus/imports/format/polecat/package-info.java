/**
 * The format of POLECAT, the Political Event Classification, Attributes, and Types dataset.
 * {@link org.casus.imports.format.polecat.Polecat} recognises a file by the names of its columns, and
 * {@link org.casus.imports.format.polecat.PolecatLayout} makes each row, an event coded by PLOVER, a draft.
 */
package org.casus.imports.format.polecat;
