/**
 * How request bodies are received. {@link org.casus.http.body.BodyReader} reads a body of JSON whole, on the event loop,
 * before a worker thread is taken; files go through {@link org.casus.http.body.Uploads} to the resource as they arrive.
 * Both are bounded in number, and {@link org.casus.http.body.MinimumRate} drops clients that send too slowly.
 */
package org.casus.http.body;
