/**
 * API keys and access control. A key is required to write and, if reads are closed, to read. It is shown once and stored as a hash.
 * {@link org.casus.security.ApiKeyAuthenticationMechanism} authenticates each request by its key;
 * {@link org.casus.security.AccessPolicy} then decides whether the role of the key allows the request. The package also checks
 * host names and handles CORS.
 */
package org.casus.security;
