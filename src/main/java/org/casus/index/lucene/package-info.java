/**
 * The read model in Lucene: for events and for everything else two indexes each, {@code current} with one document for
 * each live resource and {@code superseded} with every state that ended. Current documents carry all that stands above
 * what they refer to; superseded ones carry direct references, and a question about the past is expanded through the
 * directory as it stood then. Lucene is known nowhere else.
 */
package org.casus.index.lucene;
