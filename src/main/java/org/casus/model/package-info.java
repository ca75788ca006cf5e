/**
 * The vocabulary of the field and the values that kinds of resource share: ids, kinds, roles, references, names, identifiers,
 * locations. Each value is one record, which is what a client sends, what it gets and what the database holds. Nothing here knows
 * a database or HTTP.
 */
package org.casus.model;
