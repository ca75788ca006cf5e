package org.casus.store;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that nobody but the user of this process may open: folders are 0700 and files 0600. Where a file system has no such
 * permissions, or the files are somebody else's, the log says so and the service goes on.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OF_FOLDERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_FILES = PosixFilePermissions.fromString("rw-------");
    /** Everything that Casus writes is below this folder of the working directory, if it is not told otherwise. */
    private static final Path OWN = Path.of("data").toAbsolutePath().normalize();

    private PrivateFiles() {
    }

    /**
     * Makes a folder that only this user may open. One that exists is closed to others if it is Casus's own by its place; what
     * else an operator chose may hold other things too, so that the log only says that it is open.
     */
    public static void folder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        makeWithParents(whole);
        if (!whole.startsWith(OWN)) {
            warnIfOpen(whole);
        }
        for (Path at = whole; at.startsWith(OWN); at = at.getParent()) {
            restrict(at, OF_FOLDERS);
        }
    }

    /** Makes a folder that only this user may open; one that exists is Casus's by its name, and closed to others. */
    public static void ownFolder(Path folder) throws IOException {
        makeWithParents(folder.toAbsolutePath().normalize());
        restrict(folder, OF_FOLDERS);
    }

    private static void makeWithParents(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            makeWithParents(folder.getParent());
        }
        try {
            Files.createDirectory(folder, attributes(folder, OF_FOLDERS));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Makes an empty file that only this user may open; one that exists is closed to others. */
    public static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, OF_FILES));
        } catch (FileAlreadyExistsException e) {
            restrict(file);
        }
    }

    /** Closes a file to others, if it is there; what is no file, such as a device, stays as it is. */
    public static void restrict(Path file) {
        if (Files.isRegularFile(file)) {
            restrict(file, OF_FILES);
        }
    }

    /** Closes all files of a folder to others. */
    public static void restrictAll(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(PrivateFiles::restrict);
        }
    }

    /** Opens a new file for writing that only this user may read. */
    public static OutputStream newFile(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file, OF_FILES)));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) {
        if (!isPosix(path)) {
            Log.warnf("%s may be open to other users of this machine: its file system has no permissions that Casus can set", path);
            return;
        }
        try {
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (NoSuchFileException e) {
            // its owner deleted it meanwhile
        } catch (IOException | UnsupportedOperationException e) {
            Log.warnf("%s may be open to other users of this machine: its permissions cannot be set to %s (%s); let it belong to the"
                    + " user that runs Casus", path, PosixFilePermissions.toString(permissions), e);
        }
    }

    private static void warnIfOpen(Path folder) throws IOException {
        if (isPosix(folder) && !OF_FOLDERS.containsAll(Files.getPosixFilePermissions(folder))) {
            Log.warnf("%s is open to other users of this machine, and may hold more than Casus's files; if it does not, close it:"
                    + " chmod 700 %s", folder, folder);
        }
    }
}
