package org.casus.imports.run;

import jakarta.persistence.LockModeType;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.casus.dataset.DatasetInput;
import org.casus.http.problem.Problem;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.ImportState;
import org.casus.imports.run.ReadAhead.Portion;
import org.casus.imports.table.BrokenFileException;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.TableRow;
import org.casus.ledger.DatasetRelease;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.write.BulkSession;
import org.casus.ledger.write.InputReader;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;

/**
 * Runs one import from its saved position to its end. Between batches, its whole state is in the database and in the file,
 * so it can stop at any moment and be resumed.
 */
final class ImportRun {

    /** The number of bytes that are surveyed between two checks whether the import was stopped or cancelled. */
    private static final long SURVEYED = 16 << 20;
    /** The number of deletions that are recorded together. Each deletion is a transaction of its own. */
    private static final int DELETIONS = 250;

    private final WriteService writes;
    private final ResourceTypes kinds;
    private final IndexBackpressure indexBackpressure;
    private final Clock clock;
    private final TypeCrosswalk crosswalk;
    private final Path file;
    private final Validator validator;
    private final InputReader reader;
    private final BooleanSupplier stopping;
    private final BatchSizer batchSizer = new BatchSizer();
    private final BulkSession session = new BulkSession();
    private final ResolutionCache cache = new ResolutionCache();
    private ImportJob job;

    ImportRun(ImportJob job, Path file, WriteService writes, ResourceTypes kinds, Follower follower, Clock clock, TypeCrosswalk crosswalk,
            Validator validator, InputReader reader, BooleanSupplier stopping) {
        this.job = job;
        this.file = file;
        this.writes = writes;
        this.kinds = kinds;
        this.indexBackpressure = new IndexBackpressure(follower);
        this.clock = clock;
        this.crosswalk = crosswalk;
        this.validator = validator;
        this.reader = reader;
        this.stopping = stopping;
    }

    /** Runs until the import has ended or is stopped. */
    void run() throws IOException {
        if (yields()) {
            return;
        }
        try {
            FileFormats.Recognised recognised = FileFormats.recognise(FileFormats.head(file), Optional.ofNullable(job.format), crosswalk);
            Layout layout = recognised.layout().open(file, reader);
            OptionalLong rows = survey(layout);
            if (rows.isEmpty() || yields()) {
                return;
            }
            if (rows.getAsLong() == 0 && job.loadMode == ImportMode.RELEASE) {
                throw new BrokenFileException("there is no row in this file, and as a release it would delete all that the dataset has");
            }
            begin(recognised.format(), layout, rows.getAsLong());
            if (stopped()) {
                return;
            }
            if (job.dataset != null) {
                dataset(recognised.format().dataset(new Slug(job.dataset)));
            }
            if (load(layout)) {
                finish();
            }
        } catch (BrokenFileException e) {
            end(ImportState.REFUSED, e.getMessage());
        }
    }

    /** Returns whether the import has ended already, must stop or has to wait for another one. */
    private boolean yields() {
        return stopped() || isOvertaken() || Transactions.read(() -> job.waitsFor().isPresent());
    }

    /** Ends the import if a newer release of its dataset has begun, so that it does not overwrite newer content. Returns whether it did. */
    private boolean isOvertaken() {
        Optional<ImportJob> newer = Transactions.read(() -> job.overtakenBy());
        newer.ifPresent(by -> end(job.position == 0 ? ImportState.REFUSED : ImportState.CANCELLED, "import " + by.id
                + ", a newer release of " + job.dataset + ", has begun before this one was loaded, so that what this file says is"
                + " older; send it again to load it over that"));
        return newer.isPresent();
    }

    private void begin(FileFormat format, Layout layout, long rows) {
        change(now -> {
            now.state = ImportState.RUNNING;
            now.format = format.name();
            now.seen = layout.seen();
            now.rowsAll = rows;
            now.rowsBefore = layout.before();
            now.startedAt = now.startedAt == null ? clock.instant() : now.startedAt;
        });
    }

    /** Ends the import. A release first deletes the events that it no longer contains, unless its refused rows may contain them. */
    private void finish() {
        job = read();
        if (job.loadMode == ImportMode.RELEASE && job.nameless > 0) {
            end(ImportState.DONE, job.nameless + " rows were refused, and it cannot be told which events they are of; so what"
                    + " seems to be gone from this release was not deleted");
        } else if (job.loadMode == ImportMode.APPEND || deleteGone()) {
            end(ImportState.DONE, null);
        }
    }

    /**
     * Reads the whole file before any of it is stored, so that a broken file is refused as a whole.
     *
     * @return the number of rows; empty if the import was stopped
     */
    private OptionalLong survey(Layout layout) throws IOException {
        long rows = -layout.before();
        long pause = SURVEYED;
        try (RecordReader reader = reader(layout, 0, 1)) {
            long position = reader.position();
            for (Optional<TableRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (++rows > 0) {
                    layout.survey(row.get(), position);
                }
                position = reader.position();
                if (position > pause) {
                    pause = position + SURVEYED;
                    if (stopped()) {
                        return OptionalLong.empty();
                    }
                }
            }
        }
        return OptionalLong.of(Math.max(0, rows));
    }

    private RecordReader reader(Layout layout, long position, long line) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(position);
            return new RecordReader(in, layout.dialect(), layout.charset(), position, line);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void dataset(DatasetInput dataset) {
        writes.load(job.author(), job.reason(), session, transaction -> {
            if (!transaction.has(ResourceKind.DATASET, job.dataset)) {
                transaction.put(ResourceKind.DATASET, new Slug(job.dataset), dataset);
            }
            return transaction;
        }, (transaction, same) -> transaction.numbers().ifPresent(numbers -> current().note(numbers[0], numbers[1])));
        job = read();
    }

    private boolean load(Layout layout) throws IOException {
        try (RecordReader records = reader(layout, job.position, job.line)) {
            if (job.position == 0) {
                for (int i = 0; i < layout.before(); i++) {
                    records.next();
                }
            }
            try (ReadAhead ahead = new ReadAhead(records, new RowReader(layout, validator), batchSizer.rows())) {
                return load(layout, ahead);
            }
        }
    }

    /** Loads the rows batch by batch, and returns whether the end of the file was reached. */
    private boolean load(Layout layout, ReadAhead ahead) throws IOException {
        DatabaseStatistics databaseStatistics = new DatabaseStatistics(head());
        for (Portion portion = ahead.next(batchSizer.rows()); !portion.rows().isEmpty(); portion = ahead.next(batchSizer.rows())) {
            if (stopped()) {
                return false;
            }
            Portion rows = portion;
            RowBatch batch = writes.load(job.author(), job.reason(), session,
                    transaction -> new RowBatch(job, layout, rows.rows(), transaction, reader, cache).put(),
                    (transaction, done) -> done.record(current(), ImportBlock.next(job.id), rows.position(), rows.line()));
            batchSizer.took(batch.end());
            job = read();
            indexBackpressure.wrote(job.lastRevision);
            databaseStatistics.reached(job.lastRevision);
        }
        return true;
    }

    private boolean deleteGone() {
        // the cleanup finds referrers through the read model, whose index may still be building
        if (!indexBackpressure.await(head())) {
            throw Problem.unavailable("reads do not see yet what was loaded", 1);
        }
        ReleaseCleanup rest = new ReleaseCleanup(job, writes, kinds, stopping);
        while (!stopped()) {
            if (!rest.deleteSome(DELETIONS)) {
                return true;
            }
            job = read();
            indexBackpressure.wrote(job.lastRevision);
        }
        return false;
    }

    private boolean stopped() {
        job = read();
        if (job.cancelling && !job.state.ended()) {
            end(ImportState.CANCELLED, null);
        }
        return job.state.ended() || stopping.getAsBoolean();
    }

    private void end(ImportState state, String detail) {
        job = read();
        if (job.lastRevision != null) {
            indexBackpressure.await(job.lastRevision);
        }
        change(now -> {
            now.state = state;
            now.detail = detail;
            now.endedAt = clock.instant();
            if (state == ImportState.DONE) {
                now.lastRevision = LedgerHead.read().number;
                now.position = now.bytes;
                name(now);
            }
        });
    }

    private void name(ImportJob done) {
        if (done.releaseName != null) {
            DatasetRelease release = new DatasetRelease();
            release.importId = done.id;
            release.dataset = done.dataset;
            release.name = done.releaseName;
            release.revision = done.lastRevision;
            release.loadedAt = done.endedAt;
            release.persist();
        }
    }

    /** Changes the import, unless it has ended meanwhile because it was cancelled. */
    private void change(Consumer<ImportJob> change) {
        Transactions.write(() -> {
            ImportJob now = ImportJob.findById(job.id, LockModeType.PESSIMISTIC_WRITE);
            if (!now.state.ended()) {
                change.accept(now);
            }
        });
        job = read();
    }

    private static long head() {
        return Transactions.read(() -> LedgerHead.read().number);
    }

    private ImportJob read() {
        return Transactions.read(this::current);
    }

    private ImportJob current() {
        return ImportJob.findById(job.id);
    }

}
