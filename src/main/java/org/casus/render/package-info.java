/**
 * Rendering of response bodies. A view is written once, when it is indexed, as a template
 * ({@link org.casus.render.TemplateWriter}). A response copies stored templates and fills in the names at its revision
 * ({@link org.casus.render.JsonItemWriter}). JSON and NDJSON consist of these copies; the other formats are converted from the
 * JSON of each item. {@link org.casus.render.Format} lists all formats, and a {@link org.casus.render.Rendering} writes a list in
 * one of them.
 */
package org.casus.render;
