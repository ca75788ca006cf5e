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
 * Creates folders and files that only the user of this process can open, with the permissions 0700 and 0600. If the file system does
 * not support such permissions, or the files belong to another user, a warning is logged and the service continues.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OF_FOLDERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_FILES = PosixFilePermissions.fromString("rw-------");
    /** The default folder of everything that Casus writes, below the working directory. */
    private static final Path OWN = Path.of("data").toAbsolutePath().normalize();

    private PrivateFiles() {
    }

    /**
     * Creates a folder that only this user can open. An existing folder is closed to other users if it is in the default data folder.
     * Any other existing folder was chosen by an operator and may contain other files, so only a warning is logged if it is open.
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

    /** Creates a folder that only this user can open. An existing folder belongs to Casus by its name, so it is closed to other users. */
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

    /** Creates an empty file that only this user can open. An existing file is closed to other users. */
    public static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, OF_FILES));
        } catch (FileAlreadyExistsException e) {
            restrict(file);
        }
    }

    /** Closes an existing file to other users. Other paths, such as devices, are not changed. */
    public static void restrict(Path file) {
        if (Files.isRegularFile(file)) {
            restrict(file, OF_FILES);
        }
    }

    /** Closes all files of a folder to other users. */
    public static void restrictAll(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(PrivateFiles::restrict);
        }
    }

    /** Creates a file that only this user can open, and opens it for writing. */
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
            // the file was deleted in the meantime
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
