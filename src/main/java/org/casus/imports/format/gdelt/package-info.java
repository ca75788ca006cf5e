/** Files of the GDELT Project. */
package org.casus.imports.format.gdelt;
