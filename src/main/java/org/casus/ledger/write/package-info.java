/**
 * The one write path. {@link org.casus.ledger.write.WriteService} writes entity rows and revision rows in one transaction. It knows
 * kinds of resource only through the port {@link org.casus.ledger.write.ResourceType}.
 */
package org.casus.ledger.write;
