/**
 * How a row of a file becomes a draft of an event. A {@link org.casus.imports.format.FileFormat} recognises its files, a
 * {@link org.casus.imports.format.Layout} reads one of them. Each source of data has a package of its own below this one. Nothing
 * here writes or knows a database.
 */
package org.casus.imports.format;
