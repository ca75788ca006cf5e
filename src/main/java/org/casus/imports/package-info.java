/**
 * The REST API of imports. {@link org.casus.imports.ImportResource} receives a file; {@link org.casus.imports.ImportService} checks
 * its parameters, spools it to disk and stores a job. {@code imports.run} loads the file in the background, with the formats of
 * {@code imports.format}, and stores a receipt for every row. {@link org.casus.imports.ReceiptWriter} and
 * {@link org.casus.imports.OriginResource} return the receipts, and the rows that events were loaded from.
 */
package org.casus.imports;
