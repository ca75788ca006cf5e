package org.casus.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first bytes of a file, from which its layout is recognised, with sample lines from the rest that show how it quotes. */
public final class FileHead {

    /** The maximum number of bytes in a head. */
    public static final int SIZE = 1 << 18;
    private static final int RECORDS = 20;
    private static final int ASCII = 0x7F;
    /** The offset of the magic bytes in a tar archive. */
    private static final int TAR = 257;
    private static final String MAGIC = "ustar";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NO_UTF8 = "text that is not in UTF-8; make it so with: iconv -f WINDOWS-1252 -t UTF-8 FILE";

    private final byte[] bytes;
    private final List<byte[]> witnesses;

    /** @param bytes the first {@link #SIZE} bytes of the file, or all if it is shorter */
    public FileHead(byte[] bytes) {
        this(bytes, List.of());
    }

    private FileHead(byte[] bytes, List<byte[]> witnesses) {
        this.bytes = bytes;
        this.witnesses = witnesses;
    }

    /** Reads the head of a file, and the rest of the file for sample lines. */
    public static FileHead of(InputStream file) throws IOException {
        return new FileHead(file.readNBytes(SIZE), QuoteSamples.in(file));
    }

    /** Reads the first records in a dialect, as UTF-8. A last record that may be cut off is left out. */
    public List<TableRow> records(CsvDialect dialect) {
        return records(dialect, StandardCharsets.UTF_8);
    }

    /** Reads the first records in the given dialect and character set. */
    public List<TableRow> records(CsvDialect dialect, Charset charset) {
        return records(dialect, charset, RECORDS);
    }

    /** Reads all records of the head. */
    List<TableRow> allRecords(CsvDialect dialect, Charset charset) {
        return records(dialect, charset, Integer.MAX_VALUE);
    }

    /** Returns the sample lines with quotes that form a record on their own. */
    List<TableRow> witnesses(CsvDialect dialect, Charset charset) {
        List<TableRow> records = new ArrayList<>();
        for (byte[] line : witnesses) {
            try (RecordReader reader = new RecordReader(new ByteArrayInputStream(line), dialect, charset, 0, 1)) {
                reader.next().ifPresent(records::add);
            } catch (BrokenFileException e) {
                // the record continues on the next line
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }

    private List<TableRow> records(CsvDialect dialect, Charset charset, int most) {
        List<TableRow> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(bytes), dialect, charset, 0, 1)) {
            Optional<TableRow> next = reader.next();
            while (next.isPresent() && records.size() < most) {
                records.add(next.get());
                next = reader.next();
            }
            if (bytes.length == SIZE && records.size() > 1 && next.isEmpty()) {
                records.remove(records.size() - 1);
            }
        } catch (BrokenFileException e) {
            // the records before the broken one are still useful
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** Returns whether the first line is longer than the head. */
    public boolean isOneCutLine() {
        return bytes.length == SIZE && records(CsvDialect.LINES).size() == 1;
    }

    /** Returns UTF-8; or windows-1252, which R and Excel write on Windows, if broken bytes outnumber valid non-ASCII characters. */
    public Charset charset() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        int slips = 0;
        for (CoderResult end = decoder.decode(left, text, isWhole()); end.isError(); end = decoder.decode(left, text, isWhole())) {
            left.position(left.position() + end.length());
            slips++;
        }
        // characters of windows-1252 beyond ASCII hardly ever form valid UTF-8 by chance
        return slips <= text.flip().chars().filter(one -> one > ASCII).count() ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private boolean isWhole() {
        return bytes.length < SIZE;
    }

    /** Returns whether the head is valid text in a character set. A character that is cut off at the end counts as valid. */
    boolean decodes(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        return !decoder.decode(ByteBuffer.wrap(bytes), text, isWhole()).isError();
    }

    /** Returns whether lines end with carriage returns alone, as on classic Mac OS, so that the whole file would be read as one line. */
    public boolean endsLinesWithReturns() {
        boolean returns = false;
        for (byte one : bytes) {
            if (one == '\n') {
                return false;
            }
            returns |= one == '\r';
        }
        return returns;
    }

    /** Returns whether the file is a tar archive. */
    public boolean isTar() {
        return bytes.length > TAR + MAGIC.length() && new String(bytes, TAR, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
    }

    /** Describes a file that no layout matches. */
    public String described() {
        if (begins(0x89, 'P', 'N', 'G')) {
            return "a PNG image";
        }
        if (begins('P', 'K', 3, 4)) {
            return "a zip archive inside another";
        }
        if (begins('%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        if (begins(0xFF, 0xFE) || begins(0xFE, 0xFF)) {
            return "text in UTF-16; make it UTF-8 with: iconv -f UTF-16 -t UTF-8 FILE";
        }
        if (new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").isBlank()) {
            return "an empty file";
        }
        for (byte one : bytes) {
            if (one == 0) {
                return "a binary file";
            }
        }
        if (!decodes(StandardCharsets.UTF_8)) {
            return NO_UTF8;
        }
        if (begins('[') || begins('{')) {
            return "JSON, which is read one resource a line: jq -c '.items[]' makes such lines of a page";
        }
        if (begins('<')) {
            return "XML or HTML";
        }
        List<TableRow> lines = records(CsvDialect.LINES);
        if (lines.isEmpty()) {
            return NO_UTF8;
        }
        String first = lines.get(0).raw();
        return "text that begins with '" + first.substring(0, Math.min(first.length(), 100)) + "'";
    }

    private boolean begins(int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
