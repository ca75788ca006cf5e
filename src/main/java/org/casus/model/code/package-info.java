/**
 * Codes of other event taxonomies and of countries.
 *
 * <p>The tables are CSV files in {@code src/main/resources/vocabulary}, which are read once, when their class is initialized: CAMEO, and
 * the countries with their codes in ISO 3166-1, FIPS 10-4, Gleditsch-Ward, COW and CAMEO. Lookups return an empty result for unknown
 * codes.
 */
package org.casus.model.code;
