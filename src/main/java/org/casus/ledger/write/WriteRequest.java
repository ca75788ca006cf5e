package org.casus.ledger.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casus.http.json.MergePatch;

/** The content change that a client requests for a resource. */
public sealed interface WriteRequest {

    /** Returns the wanted content, given the current state; the state is null if the resource does not exist. */
    ObjectNode appliedTo(ObjectNode state);

    /** Replaces the current content by the body. */
    record Replace(ObjectNode body) implements WriteRequest {
        @Override
        public ObjectNode appliedTo(ObjectNode state) {
            return body.deepCopy();
        }
    }

    /** Merges a patch into the current content (RFC 7396). */
    record Merge(ObjectNode patch) implements WriteRequest {
        @Override
        public ObjectNode appliedTo(ObjectNode state) {
            return MergePatch.apply(state, patch);
        }
    }
}
