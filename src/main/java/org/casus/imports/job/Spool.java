package org.casus.imports.job;

import io.quarkus.logging.Log;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casus.http.Sha256;
import org.casus.imports.table.BrokenFileException;
import org.casus.store.PrivateFiles;

/** Files on disk from when they come until they are loaded. */
public final class Spool {

    private static final int MAGIC = 4;
    private static final String UPLOAD = "upload-";

    private final Path folder;
    private final long largest;

    /** Creates the spool in a folder, for files up to a size. */
    public Spool(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** A file that has come, unpacked. */
    public record Taken(Path file, long bytes, String sha256, byte[] sha256AsSent) {
    }

    /**
     * Writes a body to disk as it comes; gzip and zip are unpacked.
     *
     * @throws BrokenFileException if it is larger than may be, or an archive that cannot be unpacked
     * @throws NoRoom if it cannot be written here; any other failure is one of reading what is sent
     */
    public Taken take(InputStream body) throws IOException {
        Path file = folder.resolve(UPLOAD + UUID.randomUUID());
        boolean whole = false;
        try {
            DigestInputStream sent = new DigestInputStream(body, Sha256.digest());
            MessageDigest unpacked = Sha256.digest();
            Allowance allowance = new Allowance(largest);
            long bytes;
            try (InputStream plain = unpacked(new BufferedInputStream(sent), allowance); OutputStream out = new Kept(file)) {
                bytes = copy(plain, out, unpacked, allowance);
                checkAlone(plain, allowance);
                // what stands after the end of an archive was sent too
                sent.transferTo(OutputStream.nullOutputStream());
            }
            whole = true;
            return new Taken(file, bytes, HexFormat.of().formatHex(unpacked.digest()), sent.getMessageDigest().digest());
        } finally {
            if (!whole) {
                discard(file);
            }
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.debugf(e, "%s stays until the next start", file);
        }
    }

    /** The server cannot keep a file, whatever the file is. */
    public static final class NoRoom extends IOException {

        private static final long serialVersionUID = 1;

        NoRoom(IOException cause) {
            super(cause.toString(), cause);
        }
    }

    /** A file that is written: what goes wrong with it is not the fault of what is sent. */
    private static final class Kept extends OutputStream {

        private final OutputStream out;

        Kept(Path file) throws NoRoom {
            try {
                if (!Files.isDirectory(file.getParent())) {
                    PrivateFiles.folder(file.getParent());
                }
                this.out = PrivateFiles.newFile(file);
            } catch (IOException e) {
                throw new NoRoom(e);
            }
        }

        @Override
        public void write(int one) throws NoRoom {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws NoRoom {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new NoRoom(e);
            }
        }

        @Override
        public void close() throws NoRoom {
            try {
                out.close();
            } catch (IOException e) {
                throw new NoRoom(e);
            }
        }
    }

    /** Bytes that may still come out of what is sent, whether they are kept or passed over. */
    private static final class Allowance {

        private final long largest;
        private long left;

        Allowance(long largest) {
            this.largest = largest;
            this.left = largest;
        }

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new BrokenFileException("the file, with what stands beside it in its archive, is larger than " + largest
                        + " bytes; casus.imports.largest says how large one may be");
            }
        }
    }

    private static long copy(InputStream plain, OutputStream out, MessageDigest digest, Allowance allowance) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
            bytes += read;
            allowance.take(read);
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static void checkAlone(InputStream unpacked, Allowance allowance) throws IOException {
        if (unpacked instanceof ZipInputStream zip && isAtFile(zip, allowance)) {
            throw new BrokenFileException("there is more than one file in this zip archive; send each by itself");
        }
    }

    /** Goes to the next file of an archive, if there is one. */
    private static boolean isAtFile(ZipInputStream zip, Allowance allowance) throws IOException {
        byte[] passed = new byte[1 << 16];
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            if (entry.getName().equals("[Content_Types].xml")) {
                throw new BrokenFileException("this is a workbook of a spreadsheet program; save its sheet as CSV in UTF-8, and send that");
            }
            if (!isBeside(entry)) {
                return true;
            }
            // a few bytes that were sent may be many here
            for (int read = zip.read(passed); read >= 0; read = zip.read(passed)) {
                allowance.take(read);
            }
        }
        return false;
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new BrokenFileException("a name in this zip archive is not the UTF-8 that it is marked as; pack the file again");
        }
    }

    /** Whether it is no file of anybody's: a folder, or what macOS and Dataverse put beside files. */
    private static boolean isBeside(ZipEntry entry) {
        return entry.isDirectory() || entry.getName().startsWith("__MACOSX/") || entry.getName().endsWith(".DS_Store")
                || entry.getName().equals("MANIFEST.TXT");
    }

    private static InputStream unpacked(InputStream sent, Allowance allowance) throws IOException {
        sent.mark(MAGIC);
        byte[] magic = sent.readNBytes(MAGIC);
        sent.reset();
        if (magic.length == MAGIC && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(sent);
        }
        if (magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
            // names in whatever code page: of an old archive nobody can tell, and they are only compared
            ZipInputStream zip = new ZipInputStream(sent, StandardCharsets.ISO_8859_1);
            if (!isAtFile(zip, allowance)) {
                throw new BrokenFileException("there is no file in this zip archive");
            }
            return zip;
        }
        return sent;
    }

    /** Where the file of an import stands. */
    public Path of(long id) {
        return folder.resolve(id + ".rows");
    }

    /** Deletes what came half before a stop, and files of imports that need them no more. */
    public void clean(LongPredicate needed) {
        delete(name -> name.startsWith(UPLOAD));
        drop(id -> !needed.test(id));
        protect();
    }

    /** Earlier versions left folder and files open to others. */
    private void protect() {
        each(Spool::isOfImport, PrivateFiles::restrict);
        try {
            if (Files.isDirectory(folder)) {
                PrivateFiles.folder(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfImport(String name) {
        return name.matches("[0-9]{1,18}\\.rows");
    }

    /** Deletes files of some imports. */
    public void drop(LongPredicate ended) {
        delete(name -> isOfImport(name) && ended.test(Long.parseLong(name.substring(0, name.indexOf('.')))));
    }

    private void delete(Predicate<String> names) {
        each(names, Files::deleteIfExists);
    }

    /** Work that is done with a file. */
    private interface Work {

        void on(Path file) throws IOException;
    }

    private void each(Predicate<String> names, Work work) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (names.test(file.getFileName().toString())) {
                    work.on(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
