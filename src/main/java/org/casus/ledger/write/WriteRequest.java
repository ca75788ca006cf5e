package org.casus.ledger.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casus.http.json.MergePatch;

/** The change that a client wants to make to a resource. */
public sealed interface WriteRequest {

    /** The content that is wanted, given the state that is. */
    ObjectNode appliedTo(ObjectNode state);

    /** This, whatever it was. */
    record Replace(ObjectNode body) implements WriteRequest {
        @Override
        public ObjectNode appliedTo(ObjectNode state) {
            return body.deepCopy();
        }
    }

    /** The present content with these members changed (RFC 7396). */
    record Merge(ObjectNode patch) implements WriteRequest {
        @Override
        public ObjectNode appliedTo(ObjectNode state) {
            return MergePatch.apply(state, patch);
        }
    }
}
