/**
 * Runs imports. {@link org.casus.imports.run.Importer} takes one job after the other, and an
 * {@link org.casus.imports.run.ImportRun} writes its rows batch by batch, so that it can stop at any row and go on.
 */
package org.casus.imports.run;
