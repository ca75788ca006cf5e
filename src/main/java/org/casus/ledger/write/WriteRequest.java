package org.casus.ledger.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casus.http.json.MergePatch;

/** What a client wants a resource to become. */
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

    /** What it was, with these members changed (RFC 7396). */
    record Merge(ObjectNode patch) implements WriteRequest {
        @Override
        public ObjectNode appliedTo(ObjectNode state) {
            return MergePatch.apply(state, patch);
        }
    }
}
