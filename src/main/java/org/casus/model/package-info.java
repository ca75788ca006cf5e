/**
 * The enumerations and value types that several resource types share: ids, kinds, roles, references, names, identifiers and locations.
 *
 * <p>Each value is one record with three uses: it is parsed from requests, written to responses and stored in the database. The
 * annotations say how; no class in this package accesses the database or handles HTTP.
 */
package org.casus.model;
