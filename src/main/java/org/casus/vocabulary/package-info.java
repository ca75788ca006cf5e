/**
 * The words of the model: kinds of resource, roles, relations, codes, and the tree of event types with its
 * crosswalk to CAMEO, PLOVER, ACLED and UCDP. Values only; nothing here knows a database or HTTP.
 * What ships as data stands under {@code src/main/resources/vocabulary}: the tree of event types, and the table of
 * countries with their codes in ISO 3166-1, FIPS 10-4, Gleditsch-Ward, COW and CAMEO.
 */
package org.casus.vocabulary;
