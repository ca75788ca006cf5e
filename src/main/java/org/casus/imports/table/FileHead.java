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

/** The first bytes of a file, by which its layout is recognised, and what else of it tells how it is divided. */
public final class FileHead {

    /** How many bytes are looked at. */
    public static final int SIZE = 1 << 18;
    private static final int RECORDS = 20;
    private static final int ASCII = 0x7F;
    /** Where a tar archive says that it is one, and how. */
    private static final int TAR = 257;
    private static final String MAGIC = "ustar";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NO_UTF8 = "text that is not in UTF-8; make it so with: iconv -f WINDOWS-1252 -t UTF-8 FILE";

    private final byte[] bytes;
    private final List<byte[]> witnesses;

    /** @param bytes the first {@link #SIZE} of the file, or all */
    public FileHead(byte[] bytes) {
        this(bytes, List.of());
    }

    private FileHead(byte[] bytes, List<byte[]> witnesses) {
        this.bytes = bytes;
        this.witnesses = witnesses;
    }

    /** Of a file, which is read to its end. */
    public static FileHead of(InputStream file) throws IOException {
        return new FileHead(file.readNBytes(SIZE), QuoteSamples.in(file));
    }

    /** The first records, were the file of this dialect: the last ones that were cut off are left out. */
    public List<TableRow> records(CsvDialect dialect) {
        return records(dialect, StandardCharsets.UTF_8);
    }

    /** The same in another encoding. */
    public List<TableRow> records(CsvDialect dialect, Charset charset) {
        return records(dialect, charset, RECORDS);
    }

    /** All that can be seen. */
    List<TableRow> allRecords(CsvDialect dialect, Charset charset) {
        return records(dialect, charset, Integer.MAX_VALUE);
    }

    /** Lines with quotes that come later, each as a record, as far as it is one. */
    List<TableRow> witnesses(CsvDialect dialect, Charset charset) {
        List<TableRow> records = new ArrayList<>();
        for (byte[] line : witnesses) {
            try (RecordReader reader = new RecordReader(new ByteArrayInputStream(line), dialect, charset, 0, 1)) {
                reader.next().ifPresent(records::add);
            } catch (BrokenFileException e) {
                // the record goes on in the next line
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
            // what came before it is there to be looked at
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** Whether the first line is longer than what is looked at. */
    public boolean isOneCutLine() {
        return bytes.length == SIZE && records(CsvDialect.LINES).size() == 1;
    }

    /** UTF-8 or, where it is not that but for a slip, what R and Excel write on Windows. */
    public Charset charset() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        int slips = 0;
        for (CoderResult end = decoder.decode(left, text, isWhole()); end.isError(); end = decoder.decode(left, text, isWhole())) {
            left.position(left.position() + end.length());
            slips++;
        }
        // what Windows writes is hardly ever a character of UTF-8 by chance
        return slips <= text.flip().chars().filter(one -> one > ASCII).count() ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private boolean isWhole() {
        return bytes.length < SIZE;
    }

    /** Whether all of it is text in an encoding; a character that is cut off at the end is. */
    boolean decodes(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        return !decoder.decode(ByteBuffer.wrap(bytes), text, isWhole()).isError();
    }

    /** Whether lines end as they did on computers of long ago, and all would be one. */
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

    /** Whether it is an archive of files, whose first block names one of them. */
    public boolean isTar() {
        return bytes.length > TAR + MAGIC.length() && new String(bytes, TAR, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
    }

    /** Returns what a file seems to be if no layout matches it. */
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
