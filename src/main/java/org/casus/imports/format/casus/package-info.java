/** Files that Casus itself exports, and the same written by hand: one resource a line. */
package org.casus.imports.format.casus;
