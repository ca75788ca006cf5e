/**
 * The write path of all resources. {@link org.casus.ledger.write.WriteService} writes entity rows and revision rows in one
 * transaction: a {@link org.casus.ledger.write.WriteTransaction} for the requests of clients, or a
 * {@link org.casus.ledger.write.BulkTransaction} for imports.
 *
 * <p>A change is first read, validated and applied to the entity. Only then is the ledger head locked, the change numbered and its
 * revision inserted; the lock is held until the commit. The package knows the types of resources only through the port
 * {@link org.casus.ledger.write.ResourceType}, which is implemented once for each type.
 */
package org.casus.ledger.write;
