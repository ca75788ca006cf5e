/**
 * The commands {@code load} and {@code health} of the command line. {@link org.casus.cli.LoadCommand} sends each file to an
 * {@link org.casus.cli.ImportTarget} and waits for the import to end, while a progress meter shows its state. The target is a
 * running server or, if none runs on this machine, the local store. {@link org.casus.cli.HealthCommand} asks the server on this
 * machine whether it is ready.
 */
package org.casus.cli;
