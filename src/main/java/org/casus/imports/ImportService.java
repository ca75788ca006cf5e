package org.casus.imports;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Origin;
import org.casus.imports.job.Spool;
import org.casus.imports.run.FileFormats;
import org.casus.imports.run.Importer;
import org.casus.imports.table.BrokenFileException;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.model.ResourceKind;
import org.casus.readmodel.ReadModel;
import org.casus.rest.Reads;
import org.casus.store.Transactions;

/** Accepts files for import, and finds and cancels imports. */
@Singleton
class ImportService {

    private static final int NO_ROOM_SECONDS = 60;
    private static final Pattern DIGEST = Pattern.compile("([a-z][a-z0-9_.*-]{0,50})=:([A-Za-z0-9+/]{1,200}=*):(?:;.*)?");

    private final Importer importer;
    private final ReadModel model;
    private final Clock clock;
    private final LedgerClock ledgerClock;

    ImportService(Importer importer, ReadModel model, Clock clock, LedgerClock ledgerClock) {
        this.importer = importer;
        this.model = model;
        this.clock = clock;
        this.ledgerClock = ledgerClock;
    }

    /**
     * Accepts a file for import. When this method returns, the file is on disk and its import is scheduled.
     *
     * @param digest the values of the {@code Content-Digest} headers
     * @param author the author of the revisions that the import makes
     * @throws Problem 400 for an invalid parameter or a wrong digest, 422 if no known layout matches the file, 503 if there is no room
     *     for the file or the ledger clock cannot be trusted
     */
    ImportJob take(InputStream body, Map<String, List<String>> given, List<String> digest, String author) {
        ledgerClock.check();
        ImportParameters parameters = ImportParameters.of(given, model);
        Spool.Taken taken = spooled(body);
        try {
            checkDigest(digest, taken);
            ImportJob job = parameters.job(
                    FileFormats.recognise(FileFormats.head(taken.file()), parameters.format(), importer.types()));
            job.sha256 = taken.sha256();
            job.bytes = taken.bytes();
            job.author = author;
            job.createdAt = clock.instant();
            Transactions.write(() -> {
                job.persistAndFlush();
                move(taken, job.id);
            });
            importer.wake();
            return job;
        } catch (BrokenFileException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(taken);
        }
    }

    private Spool.Taken spooled(InputStream body) {
        try {
            return importer.spool().take(body);
        } catch (BrokenFileException e) {
            throw refused(e);
        } catch (Spool.NoRoom e) {
            Log.errorf("A file cannot be kept; make room in casus.imports.folder, or let this process write there: %s",
                    e.getMessage());
            throw Problem.unavailable("the server has no room for the file, or may not write it (casus.imports.folder); nothing"
                    + " was stored. Whoever runs the server finds the reason in its log", NO_ROOM_SECONDS);
        } catch (IOException e) {
            throw new Problem(ProblemType.INVALID_BODY, "the file could not be read to its end, so it may have been cut off"
                    + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")") + "; nothing was stored");
        }
    }

    private static Problem refused(BrokenFileException e) {
        return new Problem(ProblemType.INVALID_BODY, e.getMessage() + "; nothing was stored");
    }

    private void move(Spool.Taken taken, long id) {
        try {
            Files.move(taken.file(), importer.spool().of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Spool.Taken taken) {
        try {
            Files.deleteIfExists(taken.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks digests as RFC 9530 defines them, with members {@code algorithm=:base64:}. Every member has to be well-formed and every
     * SHA-256 digest has to match the body; digests of other algorithms are not checked.
     */
    private static void checkDigest(List<String> header, Spool.Taken taken) {
        String real = Base64.getEncoder().encodeToString(taken.sha256AsSent());
        for (String member : String.join(",", header).split(",")) {
            Matcher given = DIGEST.matcher(member.strip());
            if (!member.isBlank() && !given.matches()) {
                throw Problem.header("Content-Digest", ErrorCode.PATTERN, "'" + CleanText.shown(member.strip())
                        + "' is no digest; that of this body is sha-256=:" + real + ":");
            }
            if (given.matches() && given.group(1).equals("sha-256") && !given.group(2).equals(real)) {
                throw Problem.header("Content-Digest", ErrorCode.RULE, "the body has another SHA-256: " + real);
            }
        }
    }

    /**
     * Returns imports, newest first.
     *
     * @throws Problem 400 if the dataset does not exist and no import is to create it
     */
    List<ImportJob> list(Optional<String> dataset, int limit) {
        if (dataset.isEmpty()) {
            return ImportJob.<ImportJob>find("order by id desc").page(0, limit).list();
        }
        List<ImportJob> into = ImportJob.<ImportJob>find("dataset = ?1 order by id desc", dataset.get()).page(0, limit).list();
        if (into.isEmpty()) {
            ImportParameters.checkExists(model, "dataset", ResourceKind.DATASET, dataset.get());
        }
        return into;
    }

    /**
     * Returns an import.
     *
     * @throws Problem 404 if it does not exist
     */
    ImportJob get(String id) {
        return Optional.of(id).filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> ImportJob.<ImportJob>findByIdOptional(Long.parseLong(text)))
                .orElseThrow(() -> Problem.notFound("there is no import '" + id + "'; GET /imports lists them"));
    }

    /**
     * Asks an import to stop after the current batch. A waiting import is cancelled at once, since the process that has its file may
     * no longer run; an import that has ended is left unchanged.
     */
    ImportJob cancel(String id) {
        ImportJob job = Transactions.write(() -> {
            ImportJob found = get(id);
            ImportJob.update("state = CANCELLED, cancelling = true, detail = null, endedAt = ?2"
                    + " where id = ?1 and state = WAITING", found.id, clock.instant());
            ImportJob.update("cancelling = true where id = ?1 and state = RUNNING", found.id);
            ImportJob.getEntityManager().refresh(found);
            return found;
        });
        importer.wake();
        return job;
    }

    /**
     * Returns the origin of an event.
     *
     * @throws Problem 410 if the event was deleted, 404 if it does not exist or was not loaded from a file
     */
    Origin origin(String event) {
        Reads.present(model.find(ResourceKind.EVENT, event, OptionalLong.empty()), ResourceKind.EVENT, event, OptionalLong.empty());
        return Origin.<Origin>findByIdOptional(event)
                .filter(origin -> Revision.count("kind = ?1 and resource = ?2 and operation = ?3 and number > ?4",
                        ResourceKind.EVENT, event, Operation.DELETE, origin.revision) == 0)
                .orElseThrow(() -> Problem.notFound("event '" + CleanText.shown(event) + "' was not loaded from a file"));
    }
}
