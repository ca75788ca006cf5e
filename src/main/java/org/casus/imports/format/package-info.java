/**
 * File formats, and how a row of a file becomes a draft of an event. A {@link org.casus.imports.format.FileFormat} recognises its
 * files and returns a {@link org.casus.imports.format.Layout}, which reads the rows of one file. Each row becomes a
 * {@link org.casus.imports.format.Draft}: an event and the resources that it needs, which {@code imports.run} resolves and writes.
 * Each data source has a package of its own below this one. Nothing here uses the database.
 */
package org.casus.imports.format;
