/**
 * Checks on the connection itself, below the router: the head of a request arrives in time, and no failure that the server
 * finds by itself leaves without a problem. Vert.x finds {@link org.casus.http.connection.ConnectionGuardProvider} as a service; it
 * puts a {@link org.casus.http.connection.RequestGuard} into each connection.
 */
package org.casus.http.connection;
