/**
 * Imports as the API shows them. {@link org.casus.imports.ImportService} takes files and spools them to disk;
 * {@code imports.run} works them off in the background; every row has a receipt.
 */
package org.casus.imports;
