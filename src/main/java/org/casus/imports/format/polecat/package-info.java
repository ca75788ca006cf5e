/** Files of POLECAT, the Political Event Classification, Attributes, and Types dataset. */
package org.casus.imports.format.polecat;
