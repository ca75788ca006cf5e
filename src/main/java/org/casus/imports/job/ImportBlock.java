package org.casus.imports.job;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The receipts and raw rows of a batch of rows, compressed. A row that changed nothing has a receipt but no copy of its text. */
@Entity
@Table(name = "import_block")
@IdClass(ImportBlock.Key.class)
public class ImportBlock extends PanacheEntityBase {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Id
    public long importId;

    @Id
    public int number;

    public long firstRow;

    public long lastRow;

    /** A bit set of the outcomes among the receipts, by ordinal; in blocks of earlier versions all bits are set. */
    public int outcomes;

    public byte[] receipts;

    public byte[] rawRows;

    /** The primary key: an import and the number of a block in it. */
    public record Key(long importId, int number) implements Serializable {
    }

    /** Creates the block of a batch of rows. */
    public static ImportBlock of(long importId, int number, List<Receipt> receipts, List<String> raw) {
        ImportBlock block = new ImportBlock();
        block.importId = importId;
        block.number = number;
        block.firstRow = receipts.stream().map(Receipt::row).filter(row -> row != null).findFirst().orElse(0L);
        block.lastRow = block.firstRow + receipts.size() - 1;
        block.outcomes = receipts.stream().mapToInt(receipt -> bit(receipt.outcome())).reduce(0, (some, one) -> some | one);
        block.receipts = packed(receipts);
        block.rawRows = packed(raw);
        return block;
    }

    /** Returns the number of the next block of an import. */
    public static int next(long importId) {
        return getEntityManager()
                .createQuery("select coalesce(max(number) + 1, 0) from ImportBlock where importId = ?1", Integer.class)
                .setParameter(1, importId)
                .getSingleResult();
    }

    private static int bit(Outcome outcome) {
        return 1 << outcome.ordinal();
    }

    /**
     * A block without its receipts and rows.
     *
     * @param size the number of receipts
     * @param outcomes the outcomes that may be among the receipts, as in {@link ImportBlock#outcomes}
     */
    public record Summary(int number, int size, int outcomes) {

        /** Returns whether the block may have receipts with an outcome. */
        public boolean mayHave(Outcome outcome) {
            return (outcomes & bit(outcome)) != 0;
        }
    }

    /** Returns the summaries of all blocks of an import, in order. */
    public static List<Summary> summaries(long importId) {
        return getEntityManager()
                .createQuery("select number, cast(lastRow - firstRow + 1 as integer), outcomes from ImportBlock"
                        + " where importId = ?1 order by number", Summary.class)
                .setParameter(1, importId)
                .getResultList();
    }

    /** Returns the receipts of a block. */
    public static List<Receipt> receipts(long importId, int number) {
        byte[] packed = getEntityManager()
                .createQuery("select receipts from ImportBlock where importId = ?1 and number = ?2", byte[].class)
                .setParameter(1, importId)
                .setParameter(2, number)
                .getSingleResult();
        return unpacked(packed, new TypeReference<>() { });
    }

    /** Returns the raw text of the rows, as in the file. */
    public List<String> raw() {
        return unpacked(rawRows, new TypeReference<>() { });
    }

    private static byte[] packed(Object what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new Quick(bytes)) {
            MAPPER.writeValue(zip, what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A gzip stream at the fastest level. The output is a sixth larger than it could be, but other writers wait while it is made. */
    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static <T> T unpacked(byte[] bytes, TypeReference<T> type) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
