package org.casus.store;

import jakarta.persistence.LockTimeoutException;

/** Nothing was written, because others write and take too long; it may be tried again. */
public final class WriterTimeoutException extends LockTimeoutException {

    WriterTimeoutException(String message) {
        super(message);
    }
}
