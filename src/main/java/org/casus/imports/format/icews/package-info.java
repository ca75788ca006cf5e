/** Files of ICEWS, the Integrated Crisis Early Warning System. */
package org.casus.imports.format.icews;
