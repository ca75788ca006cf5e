/** Files of ACLED, Armed Conflict Location and Event Data. */
package org.casus.imports.format.acled;
