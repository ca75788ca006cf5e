/** Files of UCDP GED, the Georeferenced Event Dataset of the Uppsala Conflict Data Program. */
package org.casus.imports.format.ucdp;
