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
 * The embedded store as it was before it is migrated, in a file beside it. The file has its name only when it is whole and on
 * the disk, and loses it only when what was migrated is. So where it stands, a migration was interrupted.
 */
final class StoreBackup {

    /** A file on this machine, however H2 is told to read it; not what is in memory, in an archive or on another machine. */
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
     * The copy of the store that is opened by this URL.
     *
     * @return none where the store is no file of H2: a database without such files has to care for itself
     */
    static Optional<StoreBackup> of(String url) {
        Matcher matcher = FILE.matcher(url);
        return matcher.matches() ? Optional.of(new StoreBackup(matcher.group(1).replaceFirst("^~(?=/)",
                Matcher.quoteReplacement(System.getProperty("user.home"))))) : Optional.empty();
    }

    /** Sees to it that nobody else opens the store, before anybody writes to it. */
    void protect() throws IOException {
        PrivateFiles.folder(store.getParent());
        PrivateFiles.file(store);
        PrivateFiles.file(store.resolveSibling(store.getFileName().toString().replaceFirst("mv\\.db$", "trace.db")));
        PrivateFiles.restrict(whole);
    }

    /** Whether it is there. */
    boolean exists() {
        return Files.exists(whole);
    }

    /** The file of the store, if another process has it open: by the lock that H2 takes. */
    Optional<Path> openElsewhere() {
        if (!Files.exists(store)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null ? Optional.of(store) : Optional.empty();
        } catch (IOException | OverlappingFileLockException e) {
            // not by another process; H2 says what is wrong, if anything is
            return Optional.empty();
        }
    }

    /** Makes it of the open store, or leaves nothing. */
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
     * Makes the store what it was. The file is written over and not replaced, so that who opens it meanwhile meets the same lock;
     * who dies over it leaves the copy, and the next does it again.
     *
     * @throws IllegalStateException if the store is open in a process that lives
     */
    void putBack() throws IOException {
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(file)) {
            // a damaged copy is noticed while the store is what it is
            unpack(OutputStream.nullOutputStream());
            unpack(Channels.newOutputStream(file));
            file.truncate(file.position());
            file.force(true);
        }
    }

    /** Takes it away, after all that the open store has is on the disk. */
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

    /** H2 takes what has the name of the store with more behind it for the store, too, and fails when it packs it a second time. */
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
        // Windows opens no folders, and orders such changes itself
        if (store.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(store.getParent(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** Where it stands. */
    @Override
    public String toString() {
        return whole.toString();
    }
}
