/**
 * Checks each connection below the router: request heads must arrive in time, and failures that the HTTP server itself detects
 * get a problem body. Vert.x loads {@link org.casus.http.connection.ConnectionGuardProvider} as a service. It adds a
 * {@link org.casus.http.connection.RequestHeadTimeout} to each connection, which adds a
 * {@link org.casus.http.connection.RequestGuard} when the HTTP pipeline is complete.
 */
package org.casus.http.connection;
