/** The database: {@link org.casus.store.Transactions} is where every transaction of ours begins. */
package org.casus.store;
