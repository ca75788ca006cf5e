/**
 * How answers are written. A view is written once, when it is indexed, as a template
 * ({@link org.casus.render.TemplateWriter}); an answer copies stored templates and fills in names as they stood at
 * its revision ({@link org.casus.render.JsonAnswer}). Nothing is loaded and nothing is parsed to answer a read.
 */
package org.casus.render;
