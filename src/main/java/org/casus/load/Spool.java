package org.casus.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casus.http.Sha256;
import org.casus.load.format.BrokenFile;

/** Files on disk from when they come until they are loaded. */
final class Spool {

    private static final int MAGIC = 4;
    private static final String UPLOAD = "upload-";

    private final Path folder;
    private final long largest;

    Spool(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** A file that has come, unpacked. */
    record Taken(Path file, long bytes, String sha256, byte[] sha256AsSent) {
    }

    /**
     * Writes a body to disk as it comes; gzip and zip are unpacked.
     *
     * @throws BrokenFile if it is larger than may be, or an archive that cannot be unpacked
     */
    Taken take(InputStream body) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(UPLOAD + UUID.randomUUID());
        boolean whole = false;
        try {
            DigestInputStream sent = new DigestInputStream(body, Sha256.digest());
            MessageDigest unpacked = Sha256.digest();
            long bytes;
            try (InputStream plain = unpacked(new BufferedInputStream(sent)); OutputStream out = Files.newOutputStream(file)) {
                bytes = copy(plain, out, unpacked);
                checkAlone(plain);
                // what stands after the end of an archive was sent too
                sent.transferTo(OutputStream.nullOutputStream());
            }
            whole = true;
            return new Taken(file, bytes, HexFormat.of().formatHex(unpacked.digest()), sent.getMessageDigest().digest());
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private long copy(InputStream plain, OutputStream out, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
            bytes += read;
            if (bytes > largest) {
                throw new BrokenFile("the file is larger than " + largest + " bytes; casus.imports.largest says how large"
                        + " one may be");
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static void checkAlone(InputStream unpacked) throws IOException {
        if (unpacked instanceof ZipInputStream zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!isBeside(entry)) {
                    throw new BrokenFile("there is more than one file in this zip archive; send each by itself");
                }
            }
        }
    }

    /** Whether it is no file of anybody's: a folder, or what macOS puts beside files. */
    private static boolean isBeside(ZipEntry entry) {
        return entry.isDirectory() || entry.getName().startsWith("__MACOSX/") || entry.getName().endsWith(".DS_Store");
    }

    private static InputStream unpacked(InputStream sent) throws IOException {
        sent.mark(MAGIC);
        byte[] magic = sent.readNBytes(MAGIC);
        sent.reset();
        if (magic.length == MAGIC && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(sent);
        }
        if (magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
            ZipInputStream zip = new ZipInputStream(sent);
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && isBeside(entry)) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new BrokenFile("there is no file in this zip archive");
            }
            return zip;
        }
        return sent;
    }

    /** Where the file of an import stands. */
    Path of(long id) {
        return folder.resolve(id + ".rows");
    }

    /** Deletes what came half before a stop, and what belongs to no import. */
    void clean(LongPredicate known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(UPLOAD) || name.matches("[0-9]{1,18}\\.rows")
                        && !known.test(Long.parseLong(name.substring(0, name.indexOf('.'))))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
