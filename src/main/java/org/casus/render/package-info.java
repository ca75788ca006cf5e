/**
 * How answers are written. A view is written once, when it is indexed, as a template
 * ({@link org.casus.render.TemplateWriter}); an answer copies stored templates and fills in names as they stood at
 * its revision ({@link org.casus.render.JsonItemWriter}). JSON and NDJSON are nothing but that copy; the other formats are
 * made of the JSON of each item. {@link org.casus.render.Format} lists them all, and a
 * {@link org.casus.render.Rendering} writes a list in one of them.
 */
package org.casus.render;
