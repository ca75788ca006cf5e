/**
 * Strict parsing of JSON request bodies. {@link org.casus.http.json.StrictJson} turns bytes into a JSON tree if they are exactly one
 * document in well-formed UTF-8. {@link org.casus.http.json.RecordBinder} turns the tree into a record if every member is known, has
 * the right type and satisfies its constraints. All errors are reported in one response.
 */
package org.casus.http.json;
