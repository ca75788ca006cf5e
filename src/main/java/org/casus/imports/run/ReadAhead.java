package org.casus.imports.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.TableRow;

/** Reads the next rows of a file in a thread of its own while those before them are written. */
final class ReadAhead implements AutoCloseable {

    /** Bytes of a file after which a portion ends, however few rows they are: several portions are in memory at once. */
    private static final long LARGEST = 4 << 20;

    private final RecordReader records;
    private final RowReader rows;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "casus-import-reader");
        made.setDaemon(true);
        return made;
    });
    private Future<Portion> next;

    /** @param first how many rows to read first */
    ReadAhead(RecordReader records, RowReader rows, int first) {
        this.records = records;
        this.rows = rows;
        this.next = thread.submit(() -> read(first));
    }

    /**
     * Some rows.
     *
     * @param rows none at the end of the file
     * @param position the byte after them
     * @param line the line after them
     */
    record Portion(List<RowReader.Read> rows, long position, long line) {
    }

    /**
     * The next rows, as many as were asked for the last time, or fewer where they are long.
     *
     * @param following how many to read after them
     * @throws IOException as reading the file threw it
     */
    Portion next(int following) throws IOException {
        try {
            Portion portion = next.get();
            next = thread.submit(() -> read(following));
            return portion;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the rows cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rows were read", e);
        }
    }

    private Portion read(int most) throws IOException {
        List<RowReader.Read> read = new ArrayList<>();
        long end = records.position() + LARGEST;
        while (read.size() < most && records.position() < end) {
            Optional<TableRow> row = records.next();
            if (row.isEmpty()) {
                break;
            }
            read.add(rows.read(row.get()));
        }
        return new Portion(read, records.position(), records.line());
    }

    /** Ends with the rows in hand; the file may be closed then. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
