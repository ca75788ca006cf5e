/**
 * The stored state of imports. {@link org.casus.imports.job.Spool} keeps an uploaded file on disk until it is loaded.
 * {@link org.casus.imports.job.ImportJob} is the job and its position in the file, {@link org.casus.imports.job.ImportBlock} holds
 * the receipts of its rows, and {@link org.casus.imports.job.Origin} links an event to the row that it was loaded from.
 * {@code imports.run} writes these entities, and {@code imports} shows them to clients.
 */
package org.casus.imports.job;
