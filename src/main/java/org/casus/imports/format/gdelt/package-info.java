/**
 * The format of the GDELT Project, versions 1.0 and 2.0. {@link org.casus.imports.format.gdelt.Gdelt} recognises a file, with or
 * without a header. {@link org.casus.imports.format.gdelt.GdeltLayout} makes each row a draft; its actors, place and source are read
 * by a class each.
 */
package org.casus.imports.format.gdelt;
