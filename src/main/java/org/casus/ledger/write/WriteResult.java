package org.casus.ledger.write;

import java.util.Optional;
import org.casus.model.Slug;
import org.casus.model.View;

/** The result of a change that is committed. */
public sealed interface WriteResult {

    /** The revision of the resource now: the one just made, or the one that stood if nothing changed. */
    long revision();

    /** The state that began, if one did. */
    default Optional<View> began() {
        return Optional.empty();
    }

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

    /** Nothing differed, and no revision was made. */
    record Unchanged(View view) implements WriteResult {
        @Override
        public long revision() {
            return view.revision();
        }
    }

    record Deleted(long revision) implements WriteResult {
    }
}
