/** Event types and the dossier that ship with the software, written through the one write path when the application starts. */
package org.casus.seed;
