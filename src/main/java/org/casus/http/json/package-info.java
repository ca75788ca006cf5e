/**
 * Strict bodies. Bytes become a JSON tree only if they are one document in well-formed UTF-8
 * ({@link org.casus.http.json.StrictJson}); a tree becomes a record only if every member is known, of the right type
 * and within its constraints ({@link org.casus.http.json.RecordBinder}), and everything that is wrong is said at once.
 */
package org.casus.http.json;
