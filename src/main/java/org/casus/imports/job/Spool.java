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

/** The folder that keeps uploaded files until they are loaded. */
public final class Spool {

    private static final int MAGIC = 4;
    private static final String UPLOAD = "upload-";

    private final Path folder;
    private final long largest;

    /** Creates a spool in a folder, for unpacked files up to the given size in bytes. */
    public Spool(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /**
     * An uploaded file on disk, unpacked.
     *
     * @param sha256 the digest of the unpacked file, in hexadecimal digits
     * @param sha256AsSent the digest of the body as the client sent it
     */
    public record Taken(Path file, long bytes, String sha256, byte[] sha256AsSent) {
    }

    /**
     * Writes a body to disk while it is received; gzip and zip are unpacked.
     *
     * @throws BrokenFileException if the file is too large, or an archive that cannot be unpacked
     * @throws NoRoom if the file cannot be written; any other {@link IOException} means that the body could not be read
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
                // the digest also covers bytes after the end of an archive
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

    /** Thrown if the server cannot store a file, whatever its content. */
    public static final class NoRoom extends IOException {

        private static final long serialVersionUID = 1;

        NoRoom(IOException cause) {
            super(cause.toString(), cause);
        }
    }

    /** The output stream of a spooled file. It reports failures as {@link NoRoom}, to tell them from failures of reading the body. */
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

    /** The number of bytes that may still be unpacked from a body, whether they are stored or skipped. */
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

    /** Advances to the next file of an archive, and returns whether there is one. */
    private static boolean isAtFile(ZipInputStream zip, Allowance allowance) throws IOException {
        byte[] passed = new byte[1 << 16];
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            if (entry.getName().equals("[Content_Types].xml")) {
                throw new BrokenFileException("this is a workbook of a spreadsheet program; save its sheet as CSV in UTF-8, and send that");
            }
            if (!isBeside(entry)) {
                return true;
            }
            // skipped entries count as well, since a few compressed bytes may unpack to very many
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

    /** Returns whether an entry is not a data file: a folder, or a file that macOS or Dataverse adds to archives. */
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
            // the code page of names in old archives is unknown; ISO 8859-1 decodes any bytes, and names are only compared
            ZipInputStream zip = new ZipInputStream(sent, StandardCharsets.ISO_8859_1);
            if (!isAtFile(zip, allowance)) {
                throw new BrokenFileException("there is no file in this zip archive");
            }
            return zip;
        }
        return sent;
    }

    /** Returns the path of an import's file. */
    public Path of(long id) {
        return folder.resolve(id + ".rows");
    }

    /** Deletes partial uploads from before a restart and files that no import needs any more, and restricts access to the others. */
    public void clean(LongPredicate needed) {
        delete(name -> name.startsWith(UPLOAD));
        drop(id -> !needed.test(id));
        protect();
    }

    /** Restricts access to the folder and its files, which earlier versions left readable to other users. */
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

    /** Deletes the files of the imports that match the predicate. */
    public void drop(LongPredicate ended) {
        delete(name -> isOfImport(name) && ended.test(Long.parseLong(name.substring(0, name.indexOf('.')))));
    }

    private void delete(Predicate<String> names) {
        each(names, Files::deleteIfExists);
    }

    /** An operation on a file. */
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
