/**
 * Receives request bodies. {@link org.casus.http.body.BodyReader} reads a whole JSON body on the event loop
 * before a worker thread is used; files go through {@link org.casus.http.body.Uploads} to the resource as they arrive.
 * Both are limited in number, and {@link org.casus.http.body.MinimumRate} detects clients that send too slowly.
 */
package org.casus.http.body;
