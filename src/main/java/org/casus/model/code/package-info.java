/**
 * Codes of other taxonomies and of countries. The tables ship as data under {@code src/main/resources/vocabulary}: CAMEO, and the
 * countries with their codes in ISO 3166-1, FIPS 10-4, Gleditsch-Ward, COW and CAMEO.
 */
package org.casus.model.code;
