/**
 * Keys: who may write, and, where reads are closed, who may read. A key is shown once and kept as a hash;
 * {@link org.casus.security.ApiKeyAuthenticationMechanism} recognises it, {@link org.casus.security.AccessPolicy} says what it allows.
 */
package org.casus.security;
