package org.casus.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.retry.FilePathRetryOnInterrupt;

/**
 * The file system of the embedded database, which replaces the {@code retry} file system of H2 2.4.240. In both, a file stays usable
 * when a thread is interrupted while it reads or writes. But that of H2 also reopens and locks a file that its store has closed, so a
 * thread that remains in a store that closed itself would prevent the next store from being opened.
 */
public class ReopeningFileSystem extends FilePathRetryOnInterrupt {

    /** Registers the file system, so that H2 opens its files with it from now on. */
    public static void register() {
        FilePath.register(new ReopeningFileSystem());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FilePath file = unwrap();
        return new ReopeningFile(() -> file.open(mode));
    }
}
