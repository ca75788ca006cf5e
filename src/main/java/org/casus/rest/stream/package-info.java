/**
 * Responses that are streamed. A {@link org.casus.rest.stream.ChunkSource} makes the body chunk by chunk, and
 * {@link org.casus.rest.stream.StreamedBodyWriter} sends it as fast as the client takes it; memory and time are bounded.
 */
package org.casus.rest.stream;
