package org.casus.store;

import jakarta.persistence.LockTimeoutException;

/**
 * Signals that nothing was written, because the thread did not get a lock in time or was interrupted while it waited. The write may be
 * retried.
 */
public final class WriterTimeoutException extends LockTimeoutException {

    WriterTimeoutException(String message) {
        super(message);
    }
}
