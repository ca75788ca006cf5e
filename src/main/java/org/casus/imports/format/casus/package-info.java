/**
 * The format of Casus's own exports, NDJSON with one resource per line. {@link org.casus.imports.format.casus.CasusLine} parses a
 * line, {@link org.casus.imports.format.casus.ReferenceScanner} finds its references, and
 * {@link org.casus.imports.format.casus.CasusLayout} makes a draft of both.
 */
package org.casus.imports.format.casus;
