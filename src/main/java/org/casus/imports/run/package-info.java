/**
 * Runs imports. The thread of the {@link org.casus.imports.run.Importer} takes one job after another, and an
 * {@link org.casus.imports.run.ImportRun} surveys its file and then loads it. {@link org.casus.imports.run.ReadAhead} reads
 * rows into drafts, and a {@link org.casus.imports.run.RowBatch} writes each batch in one transaction, together with its
 * receipts and the position in the file, so that an import can stop after any batch and be resumed. At the end of a release,
 * {@link org.casus.imports.run.ReleaseCleanup} deletes the events that the release no longer contains.
 */
package org.casus.imports.run;
