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

/** Reads the next rows of a file in a thread of its own while the rows before them are written. */
final class ReadAhead implements AutoCloseable {

    /** The number of bytes after which a portion ends even if it has few rows, since several portions are in memory at once. */
    private static final long LARGEST = 4 << 20;

    private final RecordReader records;
    private final RowReader rows;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "casus-import-reader");
        made.setDaemon(true);
        return made;
    });
    private Future<Portion> next;

    /** @param first the maximum number of rows in the first portion */
    ReadAhead(RecordReader records, RowReader rows, int first) {
        this.records = records;
        this.rows = rows;
        this.next = thread.submit(() -> read(first));
    }

    /**
     * Consecutive rows of a file.
     *
     * @param rows the rows; empty at the end of the file
     * @param position the offset of the byte after the rows
     * @param line the number of the line after the rows
     */
    record Portion(List<RowReader.Read> rows, long position, long line) {
    }

    /**
     * Returns the next rows: as many as the previous call requested, or fewer if they are long.
     *
     * @param following the maximum number of rows to read in the background for the next call
     * @throws IOException if the file could not be read
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

    /** Waits until the portion that is being read is complete, for at most a minute. The file may be closed afterwards. */
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
