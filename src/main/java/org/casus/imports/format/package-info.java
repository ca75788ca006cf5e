/**
 * The layouts of files that analysts have: how each is recognised, and what a row of it says in the words of the
 * model. Nothing here writes or knows a database; {@link org.casus.imports.run.Formats} names them all.
 */
package org.casus.imports.format;
