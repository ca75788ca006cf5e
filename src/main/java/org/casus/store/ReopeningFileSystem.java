package org.casus.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.retry.FilePathRetryOnInterrupt;

/**
 * The files of the embedded database, in place of those that H2 2.4.240 calls {@code retry}. Both stay open for everyone
 * when a thread is interrupted that reads or writes. But H2's also open again, and lock, a file that its store has
 * closed: a thread that was left in a store that closed itself would keep the next store from being opened.
 */
public class ReopeningFileSystem extends FilePathRetryOnInterrupt {

    /** From now on the database opens its files as these. */
    public static void register() {
        FilePath.register(new ReopeningFileSystem());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FilePath file = unwrap();
        return new ReopeningFile(() -> file.open(mode));
    }
}
