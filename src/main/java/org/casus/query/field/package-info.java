/**
 * The filters that take a list of values. {@link org.casus.query.field.Field} is the one table from which their parameters are
 * parsed, documented and indexed.
 */
package org.casus.query.field;
