/**
 * Keys: who may write, and, where reads are closed, who may read. A key is shown once and kept as a hash;
 * {@link org.casus.http.key.KeyMechanism} recognises it, {@link org.casus.http.key.AccessPolicy} says what it allows.
 */
package org.casus.http.key;
