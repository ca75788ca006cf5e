package org.casus.imports.run;

import static java.util.stream.Collectors.toMap;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casus.http.problem.DatabaseUnavailability;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.job.ImportConfig;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.ImportState;
import org.casus.imports.job.Spool;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.write.InputReader;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.Slug;
import org.casus.store.Transactions;

/** Runs the imports one after another in a thread of its own, and resumes those that a shutdown interrupted. */
@Singleton
public class Importer implements Runnable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 10;

    private final WriteService writes;
    private final ResourceTypes kinds;
    private final Follower follower;
    private final Clock clock;
    private final LedgerClock ledgerClock;
    private final EntityManager entities;
    private final Validator validator;
    private final InputReader reader;
    private final Spool spool;
    private final Thread thread = new Thread(this, "casus-importer");
    private boolean woken;
    private boolean stopped;
    private long failing;
    private long failedAt;
    private int failures;

    Importer(WriteService writes, ResourceTypes kinds, Follower follower, Clock clock, LedgerClock ledgerClock, EntityManager entities,
            Validator validator, InputReader reader, ImportConfig config) {
        this.writes = writes;
        this.kinds = kinds;
        this.follower = follower;
        this.clock = clock;
        this.ledgerClock = ledgerClock;
        this.entities = entities;
        this.validator = validator;
        this.reader = reader;
        this.spool = new Spool(config.folder(), config.largest().asLongValue());
    }

    /** Returns the spool that holds the files of imports. */
    public Spool spool() {
        return spool;
    }

    /** Deletes files that no import needs any more, and starts the thread. */
    public void start() {
        spool.clean(id -> find(id).filter(job -> !job.state.ended()).isPresent());
        thread.setDaemon(true);
        thread.start();
    }

    /** Notifies the thread that an import is waiting. */
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits for the current batch. Interrupting the thread while it writes would close the file of the database. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.join(Duration.ofSeconds(10).toMillis());
    }

    @Override
    public void run() {
        Transactions.unhurried(this::workOff);
    }

    private void workOff() {
        while (!isStopped()) {
            try {
                Optional<ImportJob> next = next();
                if (next.isPresent()) {
                    work(next.get());
                } else {
                    // the files of imports that were cancelled before they began, maybe by another process
                    spool.drop(id -> find(id).filter(job -> job.state.ended()).isPresent());
                    pause();
                }
            } catch (Exception | Error e) {
                if (!isStopped()) {
                    sayTrouble(e);
                    pause();
                }
            }
        }
    }

    private static void sayTrouble(Throwable e) {
        if (DatabaseUnavailability.isCauseOf(e)) {
            Log.warnf("Imports wait for the database: %s", e.getMessage());
        } else {
            Log.error("Imports cannot be worked off; trying again", e);
        }
    }

    private void work(ImportJob job) throws IOException {
        Path file = spool.of(job.id);
        try {
            new ImportRun(job, file, writes, kinds, follower, clock, types(), validator, reader, this::isStopped).run();
        } catch (IOException | RuntimeException | Error e) {
            if (isStopped()) {
                return;
            }
            tryAgain(job.id, e);
        }
        if (read(job.id).state.ended()) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Pauses before the next attempt, since the failure may be temporary. After {@value #MOST_FAILURES} failures at the same position
     * the import is given up, so that it does not block the others for ever. Failures while the database is unavailable do not count.
     */
    private void tryAgain(long id, Throwable e) {
        ImportJob job = read(id);
        if (job.state.ended()) {
            return;
        }
        if (DatabaseUnavailability.isCauseOf(e)) {
            Log.infof("Import %d goes on later: %s", id, e.getMessage());
            pause();
            return;
        }
        Log.errorf(e, "Import %d stopped", id);
        long at = job.position + job.deleted + job.kept;
        failures = id == failing && at == failedAt ? failures + 1 : 1;
        failing = id;
        failedAt = at;
        if (failures < MOST_FAILURES) {
            pause();
        } else {
            Transactions.write(() -> giveUp(id, e));
        }
    }

    private void giveUp(long id, Throwable e) {
        ImportJob given = ImportJob.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (!given.state.ended()) {
            given.state = ImportState.FAILED;
            given.detail = "it broke " + MOST_FAILURES + " times at line " + given.line + " (" + e.getClass().getSimpleName()
                    + "); the log of the server says more. What was loaded until then stays";
            given.endedAt = clock.instant();
        }
    }

    private static Optional<ImportJob> find(long id) {
        return Transactions.read(() -> ImportJob.findByIdOptional(id));
    }

    private static ImportJob read(long id) {
        return Transactions.read(() -> ImportJob.findById(id));
    }

    /**
     * Returns the oldest import that has not ended, whose file is in this spool and whose turn it is. Returns nothing while the clock
     * is implausibly far ahead of the ledger, since no revision may be recorded then.
     */
    private Optional<ImportJob> next() {
        if (ledgerClock.reading().state() == LedgerClock.State.AHEAD) {
            return Optional.empty();
        }
        return Transactions.read(() -> ImportJob.<ImportJob>list(
                        "state = WAITING or state = RUNNING order by id").stream()
                .filter(job -> Files.exists(spool.of(job.id)) && isItsTurn(job))
                .findFirst());
    }

    /**
     * Returns whether no older import into the same dataset is unfinished, and updates the detail of the import accordingly. Imports
     * into one dataset run in order, even if several processes share the database, so that the newest one takes effect last.
     */
    private static boolean isItsTurn(ImportJob job) {
        Optional<ImportJob> older = job.waitsFor();
        String detail = older.map(one -> "waits until import " + one.id + " of the same dataset has ended; DELETE /imports/" + one.id
                + " ends it").orElse(null);
        if (!Objects.equals(detail, job.detail)) {
            Transactions.write(() -> ImportJob.update("detail = ?1 where id = ?2 and endedAt is null", detail, job.id));
        }
        return older.isEmpty();
    }

    /** Returns the current crosswalk from the codes of other schemes to event types. */
    public TypeCrosswalk types() {
        Map<String, Slug> types = Transactions.read(() -> entities
                .createQuery("select m.scheme, m.code, t.slug from EventType t join t.mappings m order by t.slug", Object[].class)
                .getResultStream()
                .collect(toMap(row -> row[0] + ":" + row[1], row -> new Slug((String) row[2]), (first, other) -> first)));
        return (scheme, code) -> Optional.ofNullable(types.get(scheme + ":" + code));
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void pause() {
        try {
            if (!woken && !stopped) {
                wait(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
        woken = false;
    }
}
