/** Statements: who claims what, in which event, about what, on whose authority. */
package org.casus.statement;
