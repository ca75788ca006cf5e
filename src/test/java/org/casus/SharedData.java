package org.casus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/**
 * Files as their publishers release them, which are not ours to ship. The environment variable {@code CASUS_SHARED_DATA} names the
 * folder that holds them; {@code .ci/run} sets it where that folder stands beside the checkout.
 */
public final class SharedData {

    private static final String FOLDER = System.getenv("CASUS_SHARED_DATA");

    private SharedData() {
    }

    /** Returns a file or folder of the shared data. Skips the test that asks if this machine has none. */
    public static Path path(String relative) {
        assumeTrue(FOLDER != null, () -> "skipped: it reads " + relative + ", and CASUS_SHARED_DATA names no folder with shared data");
        return Path.of(FOLDER, relative);
    }
}
