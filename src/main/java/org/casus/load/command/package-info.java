/**
 * The command {@code load}: files are loaded from a terminal, by a running server or, where none runs, into the store
 * itself. {@link org.casus.load.command.LoadCommand} goes through the files, a {@link org.casus.load.command.Door} takes
 * each, and a meter shows how far it is.
 */
package org.casus.load.command;
