/**
 * Statements: claims by an actor about events, actors or places, with the event in which the claim was made and the source that reports
 * it. A client sends a {@link org.casus.statement.StatementInput}; {@link org.casus.statement.Statements} copies it into the entity
 * {@link org.casus.statement.Statement}, turns the entity into a {@link org.casus.statement.StatementView} for clients and the ledger,
 * and turns the view into an index document.
 */
package org.casus.statement;
