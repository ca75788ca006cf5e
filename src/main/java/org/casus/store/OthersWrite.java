package org.casus.store;

import jakarta.persistence.LockTimeoutException;

/** Nothing was written, because others write and take too long; it may be tried again. */
public final class OthersWrite extends LockTimeoutException {

    OthersWrite(String message) {
        super(message);
    }
}
