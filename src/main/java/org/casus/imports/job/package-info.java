/** Imports as they are stored: the job and its position, the receipts of its rows, the spooled file, and where events come from. */
package org.casus.imports.job;
