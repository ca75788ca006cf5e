package org.casus.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.casus.store.PrivateFiles;

/**
 * A copy of the embedded store from before its migration, in a file beside it. The file gets its final name only when it is complete
 * and on disk, and is deleted only when the migrated store is on disk. If it exists at a start, a migration was interrupted.
 */
final class StoreBackup {

    /** A URL of an H2 store in a local file, with any file system prefix; not in memory, in an archive or on another machine. */
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:(?:file|retry|nio|async):)*(?!\\w{2,}:)([^;]+)(?:;.*)?");

    private final Path store;
    private final Path whole;
    private final Path part;

    private StoreBackup(String path) {
        Path base = Path.of(path).toAbsolutePath().normalize();
        store = base.resolveSibling(base.getFileName() + ".mv.db");
        whole = base.resolveSibling(base.getFileName() + ".before-migration.zip");
        part = base.resolveSibling(whole.getFileName() + ".part");
    }

    /**
     * Returns the backup of the store with the given JDBC URL.
     *
     * @return empty if the store is not a local file of H2; other databases have their own means of backup
     */
    static Optional<StoreBackup> of(String url) {
        Matcher matcher = FILE.matcher(url);
        return matcher.matches() ? Optional.of(new StoreBackup(matcher.group(1).replaceFirst("^~(?=/)",
                Matcher.quoteReplacement(System.getProperty("user.home"))))) : Optional.empty();
    }

    /** Creates the folder and the files of the store, if missing, and restricts access to the current user, before they are written. */
    void protect() throws IOException {
        PrivateFiles.folder(store.getParent());
        PrivateFiles.file(store);
        PrivateFiles.file(store.resolveSibling(store.getFileName().toString().replaceFirst("mv\\.db$", "trace.db")));
        PrivateFiles.restrict(whole);
    }

    /** Returns whether a complete copy exists. */
    boolean exists() {
        return Files.exists(whole);
    }

    /** Returns the file of the store if another process has it open, which the file lock of H2 shows. */
    Optional<Path> openElsewhere() {
        if (!Files.exists(store)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null ? Optional.of(store) : Optional.empty();
        } catch (IOException | OverlappingFileLockException e) {
            // not open in another process; if anything else is wrong, H2 reports it
            return Optional.empty();
        }
    }

    /** Copies the open store atomically. On failure no partial copy remains. */
    void make(Connection connection) throws SQLException, IOException {
        refuseNamesakes();
        try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            PrivateFiles.file(part);
            backup.setString(1, part.toString());
            backup.execute();
            force(part, StandardOpenOption.WRITE);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Restores the store from the copy. The file is overwritten, not replaced, so that the lock also applies to a process that opens
     * it meanwhile. If this process dies, the copy remains, and the next start restores it again.
     *
     * @throws IllegalStateException if the store is open in a running process
     */
    void putBack() throws IOException {
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(file)) {
            // unpacks once without writing, so that a damaged copy is noticed before the store is changed
            unpack(OutputStream.nullOutputStream());
            unpack(Channels.newOutputStream(file));
            file.truncate(file.position());
            file.force(true);
        }
    }

    /** Removes the copy, after all data of the open store has been written to disk. */
    void remove(Connection connection) throws SQLException, IOException {
        if (exists()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            Files.delete(whole);
            forceFolder();
        }
        Files.deleteIfExists(part);
    }

    /**
     * Refuses to continue if other files match the name of the store. H2 takes a file for part of the store if its name is that of the
     * store with a suffix, and the backup fails when it packs a second one.
     */
    private void refuseNamesakes() throws IOException {
        String name = store.getFileName().toString().replaceFirst("mv\\.db$", "");
        try (DirectoryStream<Path> others = Files.newDirectoryStream(store.getParent(), file -> !file.equals(store)
                && file.getFileName().toString().startsWith(name) && file.toString().endsWith(".mv.db"))) {
            for (Path other : others) {
                throw new IOException("H2 takes " + other + " for a part of it; move that to another folder");
            }
        }
    }

    private FileLock lock(FileChannel file) throws IOException {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalStateException(store + " is already in use by another process, which may be migrating it");
        }
        return lock;
    }

    private void unpack(OutputStream out) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(whole)))) {
            if (zip.getNextEntry() == null) {
                throw new IOException(whole + " holds no store");
            }
            zip.transferTo(out);
        }
    }

    private void forceFolder() throws IOException {
        // Windows cannot open folders, and orders such changes itself
        if (store.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(store.getParent(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** Returns the path of the copy. */
    @Override
    public String toString() {
        return whole.toString();
    }
}
