/**
 * The command {@code load}: files are loaded from a terminal, by a running server or, where none runs, into the store
 * itself. {@link org.casus.cli.LoadCommand} goes through the files, a {@link org.casus.cli.ImportTarget} takes
 * each, and a meter shows how far it is.
 */
package org.casus.cli;
