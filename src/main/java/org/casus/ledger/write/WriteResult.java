package org.casus.ledger.write;

import java.util.Optional;
import org.casus.model.Slug;
import org.casus.model.View;

/** The result of a committed change. */
public sealed interface WriteResult {

    /** Returns the new revision of the resource, or its current revision if nothing changed. */
    long revision();

    /** Returns the new state, if there is one. */
    default Optional<View> began() {
        return Optional.empty();
    }

    /** A resource was created. */
    record Created(Slug id, View view) implements WriteResult {
        @Override
        public long revision() {
            return view.revision();
        }

        @Override
        public Optional<View> began() {
            return Optional.of(view);
        }
    }

    /** A resource was changed. */
    record Updated(View view) implements WriteResult {
        @Override
        public long revision() {
            return view.revision();
        }

        @Override
        public Optional<View> began() {
            return Optional.of(view);
        }
    }

    /** The content was the same, so no revision was made. */
    record Unchanged(View view) implements WriteResult {
        @Override
        public long revision() {
            return view.revision();
        }
    }

    /** A resource was deleted. */
    record Deleted(long revision) implements WriteResult {
    }
}
