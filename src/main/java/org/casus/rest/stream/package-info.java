/**
 * Streamed responses. A {@link org.casus.rest.stream.ChunkSource} creates the body chunk by chunk, and
 * {@link org.casus.rest.stream.StreamedBodyWriter} sends it as fast as the client reads it. Memory and time are bounded:
 * {@link org.casus.rest.stream.BodyMemoryLimit} limits large bodies, {@code SlowClientTimeout} limits slow clients.
 */
package org.casus.rest.stream;
