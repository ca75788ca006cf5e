/**
 * The filters that take a list of values. {@link org.casus.query.field.Field} is the table from which their parameters are
 * parsed, documented and indexed; {@link org.casus.query.field.Match} lists the ways in which values are matched. Parsers turn
 * parameters into filters on these fields, and the index stores the values as terms to search.
 */
package org.casus.query.field;
