/**
 * The port behind which reads are answered. {@link org.casus.readmodel.ReadModel} follows the ledger and holds a
 * {@link org.casus.readmodel.Document} for each state of each resource; {@link org.casus.readmodel.Revisions} tells what revision
 * an {@code asOf} means. No engine, no entity and no JSON writer is known here.
 */
package org.casus.readmodel;
